type Props<T extends string> = {
  readonly name: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  /** Null where nothing was chosen yet. */
  readonly value: T | null;
  readonly onChoose: (value: T) => void;
  /** Only a screen reader needs the name. */
  readonly hidden?: boolean;
};

/** One of a few, side by side; radio buttons underneath, so the arrow keys work. */
export function Choice<T extends string>({ name, options, value, onChoose, hidden = false }: Props<T>) {
  return (
    <fieldset className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <legend className={hidden ? 'sr-only' : 'float-left font-medium'}>{name}</legend>
      <div className="flex rounded-control border border-line-strong p-0.5">
        {options.map((option) => (
          <label
            key={option.value}
            className="flex h-6 items-center rounded-[6px] px-3 text-dim transition-colors hover:text-ink has-checked:bg-bubble has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
            />
            <span className="max-w-56 truncate" title={option.label}>
              {option.label}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
