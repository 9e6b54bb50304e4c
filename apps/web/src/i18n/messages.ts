import auth from "../../messages/en/auth.json";
import board from "../../messages/en/board.json";
import common from "../../messages/en/common.json";
import imports from "../../messages/en/imports.json";
import shell from "../../messages/en/shell.json";
import tickets from "../../messages/en/tickets.json";

/** Every sentence of the app, one namespace a feature. */
export const messages = { auth, board, common, imports, shell, tickets };
