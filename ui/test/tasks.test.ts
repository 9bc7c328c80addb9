import { describe, expect, it } from "vitest";
import { taskItem, tasksPage } from "../src/pages/tasks";
import { wordsIn } from "../src/words/words";
import { read } from "./fake/read";
import { tasks } from "./fake/views";

const en = wordsIn("en");
const cy = wordsIn("cy");

describe("the task list", () => {
  it("says in both languages how far each task is, and still that nothing is recorded", () => {
    expect(read(tasksPage(tasks("en"), null, en).body)).toBe(
      "New keeper Your application The vehicle Completed Children In progress You Not yet started Payment Cannot start yet Continue Draft Nothing is recorded yet. Leave this form",
    );
    expect(read(tasksPage(tasks("cy"), null, cy).body)).toContain(
      "Y cerbyd Wedi cwblhau Plant Ar y gweill Chi Heb ddechrau eto Taliad Methu dechrau eto Parhau",
    );
  });

  it("links to each task's first page, but for one that cannot be started", () => {
    const links = tasks().tasks.map((task) => taskItem(task, en.say).href);
    expect(links).toEqual(["#/page/vehicle", "#/page/children%2F2%2Fname", "#/page/you", undefined]);
  });

  it("goes on by its button and back to where the person came from", () => {
    const shown = tasksPage({ ...tasks(), back: "start" }, null, en);
    expect(shown.body.toString()).toContain('<form novalidate data-act="answer">');
    expect(shown.back?.toString()).toContain("#/page/start");
    expect(tasksPage(tasks(), null, en).back?.toString()).toContain("#/leave");
  });

  it("says what failed", () => {
    const shown = tasksPage(tasks(), "storage_failed", en);
    expect(shown.error).toBe(true);
    expect(read(shown.body)).toContain("Nothing was recorded. Try again.");
  });
});
