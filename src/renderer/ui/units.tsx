/** Nobody writes a longer number, and reading on from each of a million digits would take hours. */
const quantity = /(\d[\d.,–]{0,20} (?:B|KB|MB|GB|s|min|h|秒|分钟|分|小时)(?![\p{L}]))/u;

/** A sentence in which no number is torn from its unit. */
export function Units({ text }: { readonly text: string }) {
  return text.split(quantity).map((part, index) =>
    index % 2 === 1 ? (
      <span key={index} className="whitespace-nowrap">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
