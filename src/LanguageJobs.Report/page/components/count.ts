const numbers = new Intl.NumberFormat('en');

export const number = (value: number) => numbers.format(value);

/** "1 document", "2,000 documents". */
export const count = (value: number, one: string, many = `${one}s`) => `${numbers.format(value)} ${value === 1 ? one : many}`;
