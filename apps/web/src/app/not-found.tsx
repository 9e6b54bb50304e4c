import { NotFound } from "~/features/dead-end/not-found";

export default function NotFoundPage() {
  return (
    <main>
      <NotFound />
    </main>
  );
}
