import { useTranslations } from "next-intl";

export function ImportHelp() {
  const t = useTranslations("imports.how");
  return (
    <section aria-labelledby="import-help" className="max-w-[72ch] text-body">
      <h2 id="import-help" className="mb-1 font-semibold">
        {t("title")}
      </h2>
      <ol className="list-decimal ps-5 text-ink-2">
        <li>{t("export")}</li>
        <li>{t("parts")}</li>
      </ol>
      <p className="mt-1 text-ink-2">
        {t.rich("sample", { code: (path) => <code className="font-mono text-ui">{path}</code> })}
      </p>
    </section>
  );
}
