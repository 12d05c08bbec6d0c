import { ProblemView } from '../../api/openapi.ts';
import { routes } from '../../api/routes/table.ts';
import type { Call } from '../support/call.ts';

/** A caller that fails where an answer isn't what the reference says of its route. */
export const asDescribed =
  (call: Call): Call =>
  async (method, path, body, headers) => {
    const answer = await call(method, path, body, headers);
    const [pathname = ''] = path.split('?');
    const route = routes.find((one) => one.method === method.toLowerCase() && pattern(one.path).test(pathname));
    const described = route?.responses[answer.status];
    if (answer.status < 400 && route && !described)
      throw new Error(`${method} ${path} answered ${answer.status}, which its description lacks`);
    const schema = described ? described.schema : answer.status >= 400 ? ProblemView : undefined;
    const read = schema?.safeParse(answer.body);
    if (read && !read.success)
      throw new Error(
        `${method} ${path} answered ${answer.status} in another shape: ${read.error.message}\n${JSON.stringify(answer.body)}`,
      );
    return answer;
  };

const pattern = (path: string): RegExp => new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}$`);
