export { dunning } from './dunning.ts';
export { reconcile } from './reconcile.ts';
