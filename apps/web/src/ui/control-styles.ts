/** The look shared by whatever one types or picks in. 16 px on phones, where less makes iOS zoom in. */
export const controlStyles =
  "w-full min-w-0 rounded-control border border-line-strong bg-surface text-[1rem] text-ink leading-5.5 transition-colors aria-invalid:border-danger-ink data-invalid:border-danger-ink disabled:cursor-not-allowed disabled:opacity-55 sm:text-body pointer-coarse:min-h-11";
