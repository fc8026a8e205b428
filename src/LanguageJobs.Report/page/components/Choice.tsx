interface Choices<T extends string> {
  label: string;
  options: readonly T[];
  value: T;
  onChoose(option: T): void;
}

/** One of several words. */
export function Choice<T extends string>({ label, options, value, onChoose }: Choices<T>) {
  return (
    <label>
      {label}
      <select value={value} onChange={event => onChoose(event.currentTarget.value as T)}>
        {options.map(option => (
          <option value={option}>{option}</option>
        ))}
      </select>
    </label>
  );
}
