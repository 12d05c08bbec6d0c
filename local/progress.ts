/** Says what is being done once it lasts longer than two seconds, and then that it still is. */
export const withProgress = async <T>(label: string, work: Promise<T> | (() => Promise<T>)): Promise<T> => {
  const began = Date.now();
  const seconds = (): number => Math.round((Date.now() - began) / 1000);
  let said = false;
  const first = setTimeout(() => {
    said = true;
    console.log(`${label} …`);
  }, 2000);
  const more = setInterval(() => console.log(`  still ${lowerFirst(label)}, ${seconds()} s`), 10_000);
  try {
    const result = await (typeof work === 'function' ? work() : work);
    if (said) console.log(`  done in ${seconds()} s`);
    return result;
  } finally {
    clearTimeout(first);
    clearInterval(more);
  }
};

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
