const LESS = /LOSS|MSE|MAE|PERPLEXITY|ERROR/;

/** Whether the least value of a metric is its best: losses, errors and perplexity. Of scores it is the greatest. */
export function lessIsBetter(metric: string): boolean {
  return LESS.test(metric);
}
