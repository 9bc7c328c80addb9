// The host inside the product's window. The only file that knows Tauri.

import { invoke } from "@tauri-apps/api/core";
import { hostOver } from "./host";
import { refusalFrom } from "./refusal";

export const host = hostOver(async <Answer>(command: string, request?: object) => {
  try {
    return await invoke<Answer>(command, request && { request });
  } catch (thrown) {
    throw refusalFrom(thrown);
  }
});
