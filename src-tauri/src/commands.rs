//! The bridge's commands, one line of work each. Granted to the `counter` window only.

use counterfoil_desk::Desk;
use counterfoil_desk::bridge::{
    AppView, ConnectionView, HomeView, InLanguage, JourneyAnswer, JourneyPage, JourneyStart,
    PrintView, Problem, QueueRow, SavedView, SessionView, SignIn, StepView, SubmissionRef,
    SubmissionView,
};
use tauri::State;

/// What the program is and where it stands.
#[tauri::command]
pub(crate) async fn app_show(desk: State<'_, Desk>) -> Result<AppView, Problem> {
    desk.app_show().await
}

/// Signs a member of staff in.
#[tauri::command]
pub(crate) async fn session_sign_in(
    desk: State<'_, Desk>,
    request: SignIn,
) -> Result<SessionView, Problem> {
    desk.session_sign_in(request).await
}

/// Signs them out and forgets the journey under way.
#[tauri::command]
pub(crate) async fn session_sign_out(desk: State<'_, Desk>) -> Result<(), Problem> {
    desk.session_sign_out().await
}

/// The home screen.
#[tauri::command]
pub(crate) async fn home_show(
    desk: State<'_, Desk>,
    request: InLanguage,
) -> Result<HomeView, Problem> {
    desk.home_show(request).await
}

/// Whether the department answers.
#[tauri::command]
pub(crate) async fn connection_show(desk: State<'_, Desk>) -> Result<ConnectionView, Problem> {
    desk.connection_show().await
}

/// Starts a journey.
#[tauri::command]
pub(crate) async fn journey_start(
    desk: State<'_, Desk>,
    request: JourneyStart,
) -> Result<StepView, Problem> {
    desk.journey_start(request).await
}

/// A page of the journey under way.
#[tauri::command]
pub(crate) async fn journey_page(
    desk: State<'_, Desk>,
    request: JourneyPage,
) -> Result<StepView, Problem> {
    desk.journey_page(request).await
}

/// Answers a page of the journey under way.
#[tauri::command]
pub(crate) async fn journey_answer(
    desk: State<'_, Desk>,
    request: JourneyAnswer,
) -> Result<StepView, Problem> {
    desk.journey_answer(request).await
}

/// Leaves the journey and forgets its answers.
#[tauri::command]
pub(crate) async fn journey_leave(desk: State<'_, Desk>) -> Result<(), Problem> {
    desk.journey_leave().await
}

/// Records the submission from its declaration.
#[tauri::command]
pub(crate) async fn submission_record(
    desk: State<'_, Desk>,
    request: JourneyAnswer,
) -> Result<StepView, Problem> {
    desk.submission_record(request).await
}

/// The queue, newest first.
#[tauri::command]
pub(crate) async fn queue_list(
    desk: State<'_, Desk>,
    request: InLanguage,
) -> Result<Vec<QueueRow>, Problem> {
    desk.queue_list(request).await
}

/// One submission with its story.
#[tauri::command]
pub(crate) async fn submission_show(
    desk: State<'_, Desk>,
    request: SubmissionRef,
) -> Result<SubmissionView, Problem> {
    desk.submission_show(request).await
}

/// Prints the receipt, or a copy of it.
#[tauri::command]
pub(crate) async fn receipt_print(
    desk: State<'_, Desk>,
    request: SubmissionRef,
) -> Result<PrintView, Problem> {
    desk.receipt_print(request).await
}

/// Saves the receipt as a PDF, for want of a printer.
#[tauri::command]
pub(crate) async fn receipt_save(
    desk: State<'_, Desk>,
    request: SubmissionRef,
) -> Result<SavedView, Problem> {
    desk.receipt_save(request).await
}
