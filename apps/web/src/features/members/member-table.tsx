import type { RouterOutputs } from "@slacky/api";
import { useTranslations } from "next-intl";

import { useCurrentWorkspace } from "~/lib/current-workspace";
import { Avatar } from "~/ui/avatar";

type Props = { members: RouterOutputs["members"]["list"]["items"] };

export function MemberTable({ members }: Props) {
  const t = useTranslations("shell.membersPage");
  const roles = useTranslations("common.roles");
  const { user } = useCurrentWorkspace();
  return (
    <div className="p-4">
      <table className="w-full table-fixed text-start">
        <thead className="border-line border-b text-ink-3 text-meta">
          <tr>
            <th scope="col" className="pb-2 text-start font-[450]">
              {t("name")}
            </th>
            <th scope="col" className="hidden pb-2 text-start font-[450] sm:table-cell">
              {t("email")}
            </th>
            <th scope="col" className="w-24 pb-2 text-start font-[450]">
              {t("role")}
            </th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.userId} className="h-11 border-line border-b">
              <td className="pe-3">
                <span className="flex items-center gap-2.5">
                  <Avatar name={member.name} id={member.userId} size={24} />
                  <span className="min-w-0">
                    <span className="block truncate text-ui">
                      {member.name}
                      {member.userId === user.id && (
                        <span className="text-ink-3"> ({t("you")})</span>
                      )}
                    </span>
                    <span className="block truncate text-ink-2 text-meta sm:hidden">
                      {member.email}
                    </span>
                  </span>
                </span>
              </td>
              <td className="hidden truncate pe-3 font-normal text-ink-2 text-ui sm:table-cell">
                {member.email}
              </td>
              <td className="text-ink-2 text-ui">{roles(member.role)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
