import type { Router } from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../api/app.ts';
import type { ApiDependencies } from '../../api/ports.ts';
import { ok } from '../support/story.ts';
import { aHouse, type House } from './aHouse.ts';

let house: House;
let document: any;
beforeAll(async () => {
  house = await aHouse();
  document = ok(await house.call('GET', '/openapi.json'));
});
afterAll(() => house.close());

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const operations = (): [string, any][] =>
  Object.entries<any>(document.paths).flatMap(([path, item]) =>
    Object.entries<any>(item).map(([method, operation]): [string, any] => [`${method} ${path}`, operation]),
  );

test('every route of the app is in the reference, and nothing else is', () => {
  const app = createApp({ store: house.store, config: { version: 'test' } } as unknown as ApiDependencies);
  const mounted = (app.router as unknown as Router).stack
    .flatMap(({ route }) => (route ? [route as unknown as { path: string; methods: Record<string, boolean> }] : []))
    .flatMap(({ path, methods }) =>
      Object.keys(methods).map((method) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`),
    );
  expect(mounted.length).toBeGreaterThan(40);
  expect(
    operations()
      .map(([name]) => name)
      .sort(),
  ).toEqual(mounted.sort());
});

test('it has the shape of OpenAPI 3.1', () => {
  expect(document).toMatchObject({ openapi: '3.1.0', info: { title: 'Huitaine', version: 'test' } });
  const ids = new Set<string>();
  for (const [name, operation] of operations()) {
    expect(METHODS).toContain(name.split(' ')[0]);
    expect(operation.summary, name).toMatch(/^\S.{5,}/);
    expect(ids.has(operation.operationId), operation.operationId).toBe(false);
    ids.add(operation.operationId);
    const inPath = [...name.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
    const described = operation.parameters.filter((one: any) => one.in === 'path');
    expect(
      described.map((one: any) => one.name),
      name,
    ).toEqual(inPath);
    expect(
      described.every((one: any) => one.required === true && one.schema),
      name,
    ).toBe(true);
    expect(
      Object.keys(operation.responses).some((status) => /^[23]\d\d$/.test(status)),
      name,
    ).toBe(true);
    for (const answer of Object.values<any>(operation.responses))
      expect(answer.description, name).toEqual(expect.any(String));
  }
});

/** Every object that stands where a schema stands. */
const schemas = function* (node: any, path = ''): Generator<[string, any]> {
  if (typeof node !== 'object' || node === null) return;
  yield [path, node];
  for (const [name, inner] of Object.entries(node)) {
    if (['properties', '$defs', 'patternProperties'].includes(name))
      for (const [key, one] of Object.entries<any>(inner as object)) yield* schemas(one, `${path}/${name}/${key}`);
    else if (['items', 'additionalProperties', 'not', 'propertyNames'].includes(name))
      yield* schemas(inner, `${path}/${name}`);
    else if (['anyOf', 'allOf', 'oneOf', 'prefixItems'].includes(name))
      for (const [index, one] of (inner as any[]).entries()) yield* schemas(one, `${path}/${name}/${index}`);
  }
};

const roots = (): [string, any][] => [
  ...Object.entries<any>(document.components.schemas),
  ...operations().flatMap(([name, operation]): [string, any][] => [
    ...operation.parameters.map((one: any): [string, any] => [`${name} ${one.name}`, one.schema]),
    ...Object.values<any>(operation.requestBody?.content ?? {}).map((one): [string, any] => [
      `${name} body`,
      one.schema,
    ]),
    ...Object.entries<any>(operation.responses).flatMap(([status, one]) =>
      Object.values<any>(one.content ?? {}).map((content): [string, any] => [
        `${name} ${status}`,
        content.schema ?? {},
      ]),
    ),
  ]),
];

test('its schemas are JSON Schema, and every reference leads somewhere', () => {
  const types = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'];
  const keywords = new Set(
    [
      '$ref',
      'type',
      'properties',
      'required',
      'additionalProperties',
      'items',
      'anyOf',
      'allOf',
      'oneOf',
      'enum',
      'const',
      'format',
      'pattern',
      'minLength',
      'maxLength',
    ].concat([
      'minimum',
      'maximum',
      'exclusiveMinimum',
      'exclusiveMaximum',
      'minItems',
      'maxItems',
      'default',
      'description',
      'propertyNames',
      'not',
      'title',
      'prefixItems',
      'multipleOf',
      'examples',
    ]),
  );
  const all = roots().flatMap(([root, schema]) =>
    [...schemas(schema)].map(([path, node]): [string, any] => [root + path, node]),
  );
  expect(all.length).toBeGreaterThan(500);
  const known = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
  for (const [where, node] of all) {
    expect(
      Object.keys(node).filter((key) => !keywords.has(key)),
      where,
    ).toEqual([]);
    expect(
      [node.type ?? []].flat().filter((type: string) => !types.includes(type)),
      where,
    ).toEqual([]);
    expect(() => new RegExp(node.pattern ?? '', 'u'), where).not.toThrow();
    expect(
      (node.required ?? []).filter((name: string) => !(name in node.properties)),
      where,
    ).toEqual([]);
    expect(known, where).toContain(node.$ref ?? known[0]);
  }
});

test('it says what the contract says', () => {
  const body = document.components.schemas.Invoice;
  expect(body.required).toEqual(['id', 'issuedOn', 'dueOn', 'amount']);
  expect(body.additionalProperties).toBe(false);
  expect(body.properties.amount).toEqual({ $ref: '#/components/schemas/Money' });
  expect(document.components.schemas.Money.properties.minor).toMatchObject({ type: 'integer', exclusiveMinimum: 0 });
  expect(document.components.schemas.InvoiceView.additionalProperties).toBeUndefined();
  const approval = document.paths['/v1/invoices/{invoiceId}/steps/{stepKey}/approval'].post;
  expect(approval.description).toBe('Scope: operator or admin.');
  expect(approval.parameters.filter((one: any) => one.in === 'header').map((one: any) => one.name)).toEqual([
    'Huitaine-Creditor',
    'Huitaine-Actor',
    'Idempotency-Key',
  ]);
  expect(document.paths['/healthz'].get.security).toEqual([]);
});

test('its page comes from this origin only and works under the content security policy', async () => {
  const page = await fetch(`${house.url}/docs`);
  const html = await page.text();
  expect(page.headers.get('content-type')).toContain('text/html');
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toContain('unsafe');
  expect(html).not.toMatch(/https?:\/\//);
  expect(html).not.toMatch(/<style|<script>|style=|onload=/);
  const parts = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path ?? '');
  expect(parts.length).toBeGreaterThan(2);
  for (const path of parts) {
    const part = await fetch(house.url + path);
    expect(part.status, path).toBe(200);
    expect((await part.arrayBuffer()).byteLength, path).toBeGreaterThan(50);
  }
});

test('the example of an invoice is one that is taken', async () => {
  const { example } = document.paths['/v1/invoices'].post.requestBody.content['application/json'];
  expect(ok(await house.call('POST', '/v1/invoices', example), 201)).toMatchObject({ id: 'F-2026-0042' });
});
