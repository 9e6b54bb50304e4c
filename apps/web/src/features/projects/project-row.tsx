import Link from "next/link";

import type { Project } from "~/lib/projects";
import { hueOf } from "~/ui/hue-of";
import { StatusGlyph } from "~/ui/status-glyph";

/** One project: its name leads to the board, and its states say what kind of work goes on there. */
export function ProjectRow({ project, href }: { project: Project; href: string }) {
  return (
    <li>
      <Link
        href={href}
        className="flex min-h-10 items-center gap-3 rounded-control px-2 py-1.5 transition-colors hover:bg-hover pointer-coarse:min-h-11"
      >
        <span
          aria-hidden
          data-hue={hueOf(project.id)}
          className="size-2.5 shrink-0 rounded-[3px] bg-hue-dot"
        />
        <span className="min-w-0 truncate text-ui">{project.name}</span>
        <span className="font-mono text-ink-3 text-meta">{project.key}</span>
        <span className="ms-auto hidden min-w-0 items-center gap-3 overflow-hidden text-ink-2 text-meta sm:flex">
          {project.states.slice(0, 5).map((state) => (
            <span key={state.key} className="flex items-center gap-1 whitespace-nowrap">
              <StatusGlyph category={state.category} />
              {state.name}
            </span>
          ))}
        </span>
      </Link>
    </li>
  );
}
