export { dunning } from './dunning.ts';
export { reconcile } from './reconcile.ts';
export { testMessage } from './testMessage.ts';
