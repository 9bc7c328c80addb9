// The task list: the sections of a service and how far each is.

import { html } from "../govuk/html";
import { macro } from "../govuk/render";
import type { Problem } from "../host/generated/Problem";
import type { TaskListView } from "../host/generated/TaskListView";
import type { TaskStatus } from "../host/generated/TaskStatus";
import type { TaskView } from "../host/generated/TaskView";
import type { Say, Words } from "../words/words";
import { journeyRail } from "./journey-rail";
import { backLink, heading, pageLink, problemSummary, twoColumns, type Page } from "./page";

/** Every section as a task. The button goes on to the next thing to do. */
export function tasksPage(list: TaskListView, problem: Problem | null, words: Words): Page {
  const items = list.tasks.map((task) => taskItem(task, words.say));
  const left = html`${problemSummary(problem, words)}
<span class="govuk-caption-l">${list.caption}</span>
${heading(list.title)}
${macro("task-list", { items })}
<form novalidate data-act="answer">${macro("button", { text: list.button, preventDoubleClick: true })}</form>`;
  return {
    title: `${list.title} - ${list.caption}`,
    back: backLink(list.back === null ? "#/leave" : pageLink(list.back), words),
    body: twoColumns(left, journeyRail([], "draft", words)),
    error: problem !== null,
  };
}

/** Parameters for one task. What cannot be started yet is no link. */
export function taskItem(task: TaskView, say: Say) {
  return {
    title: { text: task.title },
    ...(task.page !== null && { href: pageLink(task.page) }),
    status: taskStatus(task.status, say),
  };
}

/** As in GOV.UK's pattern, only what is still to be done stands out by a colour. */
function taskStatus(status: TaskStatus, say: Say) {
  switch (status) {
    case "completed":
      return { text: say("task-completed") };
    case "in_progress":
      return { tag: { text: say("task-in-progress"), classes: "govuk-tag--teal" } };
    case "not_started":
      return { tag: { text: say("task-not-started"), classes: "govuk-tag--blue" } };
    case "cannot_start":
      return { text: say("task-cannot-start"), classes: "govuk-task-list__status--cannot-start-yet" };
  }
}
