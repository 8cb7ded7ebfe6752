import { useId, type ComponentProps, type ReactNode } from 'react';

type Props<T extends string> = {
  readonly name: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  /** Null where nothing was chosen yet. */
  readonly value: T | null;
  readonly onChoose: (value: T) => void;
  /** What it does. */
  readonly hint?: string;
  /** True: the name is for screen readers only. */
  readonly hidden?: boolean;
};

/** One of a few, side by side; radio buttons underneath, so the arrow keys work. */
export function Choice<T extends string>({ name, options, value, onChoose, hint, hidden = false }: Props<T>) {
  const id = useId();
  return (
    <fieldset
      {...(hint !== undefined && { 'aria-describedby': id })}
      className="flex min-w-0 flex-wrap items-center justify-between gap-x-4 gap-y-1"
    >
      <legend className={hidden ? 'sr-only' : 'float-left font-medium'}>{name}</legend>
      <div className="flex max-w-full flex-wrap rounded-control border border-line-strong p-0.5">
        {options.map((option) => (
          <label
            key={option.value}
            className="flex h-6 min-w-0 items-center rounded-[6px] px-3 text-dim transition-colors hover:text-ink has-checked:bg-bubble has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent"
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
      {hint !== undefined && (
        <p id={id} className="w-full text-sm text-dim">
          {hint}
        </p>
      )}
    </fieldset>
  );
}

/** Every line of text that has a border of its own. */
export function TextField({ className = '', ...rest }: ComponentProps<'input'>) {
  return (
    <input
      className={`h-7 min-w-0 cursor-text rounded-control border border-line-strong bg-ground px-2.5 select-text placeholder:text-faint focus:outline-2 focus:outline-accent aria-invalid:border-bad ${className}`}
      {...rest}
    />
  );
}

type LabelledProps = ComponentProps<'input'> & {
  readonly label: string;
  /** What it means, or what is wrong with it. */
  readonly hint: string;
  readonly bad?: boolean;
  /** What stands beside it. */
  readonly children?: ReactNode;
};

/** A line of text with its name before and a hint under it; Enter is done with it. */
export function LabelledField({ label, hint, bad = false, children, ...rest }: LabelledProps) {
  const id = useId();
  return (
    <div>
      <div className="flex items-center justify-between gap-2">
        <label htmlFor={id} className="mr-2 flex-1 shrink-0 font-medium">
          {label}
        </label>
        <TextField
          id={id}
          spellCheck={false}
          aria-invalid={bad}
          aria-describedby={`${id}-hint`}
          onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
          {...rest}
        />
        {children}
      </div>
      <div id={`${id}-hint`} aria-live="polite">
        <Hint bad={bad}>{hint}</Hint>
      </div>
    </div>
  );
}

/** What a setting means, in small under it. */
export function Hint({ children, bad = false }: { readonly children: ReactNode; readonly bad?: boolean }) {
  return <p className={`mt-1 text-sm ${bad ? 'text-bad' : 'text-dim'}`}>{children}</p>;
}

type TickProps = {
  readonly name: string;
  /** What it does. */
  readonly hint: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
};

/** On or off. */
export function Tick({ name, hint, value, onChange }: TickProps) {
  const id = useId();
  return (
    <div>
      <label className="flex min-h-7 items-center justify-between gap-4">
        <span className="font-medium">{name}</span>
        <input
          type="checkbox"
          checked={value}
          aria-describedby={id}
          onChange={(event) => onChange(event.target.checked)}
          className="size-4 rounded-[3px] accent-accent-fill"
        />
      </label>
      <div id={id}>
        <Hint>{hint}</Hint>
      </div>
    </div>
  );
}
