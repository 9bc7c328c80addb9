// What a person can ask for by following a link. Links carry it in their address after `#/`.

/** An act of going somewhere or asking for something. */
export type Act =
  | { act: "home" }
  | { act: "records" }
  | { act: "record"; id: string }
  | { act: "start"; service: string }
  | { act: "page"; path: string; changing: boolean }
  | { act: "leave" }
  | { act: "stay" }
  | { act: "language" }
  | { act: "sign-out" };

/** What a form's button asks for, as named in its `data-act`. */
export type FormAct = "sign-in" | "answer" | "print" | "keep" | "leave" | "retry";

/** The act of a link, or nothing for a link within the page. */
export function actOf(address: string): Act | null {
  const match = /^#\/([a-z-]+)(?:\/(.+))?$/.exec(address);
  if (!match) return null;
  const detail = decodeURIComponent(match[2] ?? "");
  switch (match[1]) {
    case "home":
    case "records":
    case "leave":
    case "stay":
    case "language":
    case "sign-out":
      return { act: match[1] };
    case "record":
      return { act: "record", id: detail };
    case "start":
      return { act: "start", service: detail };
    case "page":
      return { act: "page", path: detail, changing: false };
    case "change":
      return { act: "page", path: detail, changing: true };
    default:
      return null;
  }
}
