import { NotFound } from "~/features/dead-end/not-found";

export default function NotFoundInWorkspace() {
  return <NotFound />;
}
