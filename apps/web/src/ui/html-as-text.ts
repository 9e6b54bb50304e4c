type Node = { type: string; children?: Node[] };

/** For remark: what looks like HTML is shown as it was typed. The sanitiser would drop it, and `List<String>` with it. */
export function htmlAsText() {
  return (root: Node) => showHtml(root);
}

function showHtml(parent: Node): void {
  for (const node of parent.children ?? []) {
    if (node.type !== "html") showHtml(node);
    else if (holdsBlocks.includes(parent.type)) {
      Object.assign(node, { type: "paragraph", children: [{ ...node, type: "text" }] });
    } else node.type = "text";
  }
}

/** Within these a text needs a paragraph of its own. */
const holdsBlocks = ["root", "blockquote", "listItem", "footnoteDefinition"];
