/** The product's mark and name. */
export function Wordmark({ name }: { name: string }) {
  return (
    <span className="inline-flex items-center gap-2 font-semibold text-ink text-title">
      <svg aria-hidden viewBox="0 0 32 32" className="size-6">
        <rect width="32" height="32" rx="8" className="fill-accent" />
        <rect x="7" y="8" width="5" height="16" rx="1.5" fill="#fff" />
        <rect x="13.5" y="8" width="5" height="11" rx="1.5" fill="#fff" opacity="0.85" />
        <rect x="20" y="8" width="5" height="6" rx="1.5" fill="#fff" opacity="0.7" />
      </svg>
      {name}
    </span>
  );
}
