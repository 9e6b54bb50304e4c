// The browser's door: pure values, the same modules that the server decides with.
export {
  type Color,
  colors,
  type Priority,
  priorities,
  type RelationKind,
  relationKinds,
  type StateCategory,
  stateCategories,
  type WorkspaceRole,
  workspaceRoles,
} from "@slacky/db/vocabulary";
export { can, type Permission } from "./access/permissions";
export { mayChangeComment } from "./comments/may-change";
export { mentionedIn } from "./comments/mentions";
export { mayGrant } from "./members/may-grant";
export { projectKeyOf, projectKeyPattern } from "./projects/project-key";
export { limits } from "./shared/limits";
export { allowedTargets, canTransition, refusal } from "./tickets/lifecycle";
