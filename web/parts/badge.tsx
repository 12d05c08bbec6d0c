import type { ComponentChildren } from 'preact';

/** A word that stands out a little; its colour only repeats what it says. */
export const Badge = ({
  tone = 'calm',
  children,
}: {
  readonly tone?: 'calm' | 'warn' | 'good' | 'firm';
  readonly children: ComponentChildren;
}) => <span class={`badge ${tone}`}>{children}</span>;
