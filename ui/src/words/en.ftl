# The product's own words, in English. cy.ftl has the same messages in Welsh.
# Departments' and services' words come from the program, not from here.

### Frame
product-name = Counterfoil
own-language-name = English
choose-this-language = Change the language to English
language-label = Language
skip-link = Skip to main content
navigation-label = Main menu
menu-button = Menu
nav-home = Services
nav-records = Records
sign-out = Sign out
signed-in-as = Signed in: { $name }
footer-version = Counterfoil version { $version }
error-prefix = Error:
error-word = Error
warning-word = Warning
important-word = Important
success-word = Success
error-summary-title = There is a problem
back = Back
change = Change
remove = Remove
try-again = Try again
starting = Starting Counterfoil

### Words for states, the same everywhere
state-draft = Draft
state-recorded = Recorded on this terminal
state-received = Received by { $department }
state-needs-attention = Needs attention
the-department = the department

### Connection
connection-unknown = Checking the connection
connection-online = Connected to the department
connection-offline = Not connected. You can keep working
connection-intercepted = Something is blocking the way to the department. You can keep working, but tell support

### Sign-in
sign-in-title = Sign in
sign-in-staff-number = Staff number
sign-in-pin = PIN
sign-in-button = Sign in
sign-in-staff-number-missing = Enter your staff number
sign-in-pin-missing = Enter your PIN
pin-show = Show
pin-hide = Hide
pin-show-label = Show PIN
pin-hide-label = Hide PIN
pin-shown = Your PIN is visible
pin-hidden = Your PIN is hidden
demonstration-title = Demonstration
demonstration-text = This is a demonstration. Nothing you record here reaches a real department. Do not type in real people's details.
demonstration-staff-number = Staff number to use
demonstration-pin = PIN to use

### Home
home-title = Choose a service
home-no-services = There are no services on this terminal yet. Call support.
home-printer-hint = Before you start, check that the printer is switched on and has paper.
home-counts-title = Records on this terminal
home-counts-link = See all records
home-disk-full = The disk is nearly full, so no new form can be started. Call support.

### Forms
date-day = Day
date-month = Month
date-year = Year
choice-or = or
select-none = Choose one
warnings-text = Check this. You can go on if it is right.
file-cannot = Files cannot be added on this screen yet.
file-go-on = You can go on without adding one.
file-needed = Without one, this form cannot be finished here.
file-given = Files given so far:
staff-notes-title = For staff
draft-note = Nothing is recorded yet.
end-note = Nothing has been recorded.
leave-link = Leave this form
leave-title = Do you want to leave this form?
leave-text = Nothing has been recorded. If you leave, the answers typed so far will be deleted.
leave-stay = Go back to the form
leave-go = Leave and delete the answers

### The count below a long answer. Another program puts the number in; $form says which plural
characters-limit = You can enter up to { $count } characters
characters-left = { $form ->
    [one] You have { $count } character remaining
   *[other] You have { $count } characters remaining
}
characters-none-left = You have 0 characters remaining
characters-over = { $form ->
    [one] You have { $count } character too many
   *[other] You have { $count } characters too many
}
words-limit = You can enter up to { $count } words
words-left = { $form ->
    [one] You have { $count } word remaining
   *[other] You have { $count } words remaining
}
words-none-left = You have 0 words remaining
words-over = { $form ->
    [one] You have { $count } word too many
   *[other] You have { $count } words too many
}

### A long list that is searched by typing
search-help = Type part of the words. When suggestions appear, use the up and down arrow keys to go through them and Enter to choose one.
search-nothing = Nothing in the list matches
search-found = { $count ->
    [one] { $count } suggestion. { $chosen }
   *[other] { $count } suggestions. { $chosen }
}
search-chosen = { $text }, { $number } of { $count }

### Task list
task-completed = Completed
task-in-progress = In progress
task-not-started = Not yet started
task-cannot-start = Cannot start yet

### After recording
reference = Reference
department-reference = Department's reference
recorded-number = Number on this terminal
recorded-when = Recorded
recorded-waiting = The details are safe on this terminal. They will be passed to { $department } as soon as there is a connection. That happens without you doing anything.
recorded-received = { $department } has confirmed that it has the details.
recorded-attention = Someone needs to look at this record before it can go further. Call support and give them the reference.
recorded-next-title = What happens next
recorded-receipt-title = Receipt
recorded-receipt-text = Print the receipt and give it to the person. It has the reference on it.
recorded-receipt-made = Give the receipt to the person. Every further one says that it is a copy.
recorded-another = Choose another service
exit-button = Choose another service
receipt-print = Print the receipt
receipt-print-copy = Print a copy
receipts-made = Receipts made
printed = The receipt has been printed.
printed-copy = Copy { $copy } of the receipt has been printed.
print-no-printer = The receipt has not been printed: no printer took it.
print-no-printer-next = Check that the printer is switched on and connected, then print again. You can print later too: choose Records, then this reference.
receipt-keep = Make a PDF file instead
receipt-kept = The receipt is a PDF file now. Nothing has come out on paper yet.
receipt-kept-where = The file is { $path }
receipt-kept-next = Print it for the person, then delete it: it holds their details.
print-stopped = The printer stopped before it was finished.
print-stopped-next = Look whether the receipt came out. If not, put the printer right and print again.
print-reason-paper-empty = The printer has run out of paper.
print-reason-paper-jam = Paper is stuck in the printer.
print-reason-open = A cover of the printer is open.
print-reason-ink = The printer has run out of ink or toner.
print-reason-other = The printer gave this reason: { $reason }

### Records
records-title = Records on this terminal
records-empty = Nothing has been recorded on this terminal yet.
records-number = Number
records-service = Service
records-state = State
record-title = Record { $reference }
story-title = What has happened to it
story-when = When
story-what = What
story-who = Who
story-by-staff = Staff { $staffNumber }
story-by-terminal = This terminal
story-recorded = Recorded on this terminal
story-attempted = Tried to reach the department
story-unreachable = The department could not be reached
story-faulted = The department did not confirm. The terminal will try again
story-interrupted = The try was cut off. The terminal will ask the department before trying again
story-acknowledged = Received by { $department }
story-refused = The department did not accept it
story-released = Put back to be tried again
story-receipt-queued = Receipt made ready
story-receipt-printed = Receipt printed
story-receipt-failed = Receipt not printed
story-receipt-kept = Receipt kept as a file
story-other = Something else happened ({ $kind })

### Problems: what is wrong, and what to do next
problem-sign-in-wrong = The staff number or PIN is wrong
problem-sign-in-wrong-next = Check both and sign in again.
problem-sign-in-locked = Signing in is locked because the PIN was wrong too many times
problem-sign-in-locked-next = Wait a few minutes, then sign in again. If you do not know your PIN, ask your supervisor.
problem-signed-out = You have been signed out
problem-signed-out-next = Sign in again.
problem-not-found = That is no longer there
problem-not-found-next = Choose a service or a record again.
problem-not-set-up = This terminal has not been set up yet
problem-not-set-up-next = It must be set up before it can be used. Call support.
problem-disk-full = The disk is nearly full
problem-disk-full-next = No new form can be started. Records already on this terminal are safe. Call support.
problem-storage-failed = This terminal could not read or write its records just now
problem-storage-failed-next = Nothing was recorded. Try again. If it happens again, call support.
problem-in-use = Counterfoil is already open on this terminal
problem-in-use-next = Close this window and go on in the other one. If you cannot find it, restart the computer.
problem-wrong-key = This terminal's key does not fit its records
problem-wrong-key-next = The records are safe and nothing was changed. Do not use this terminal. Call support.
problem-key-unavailable = This terminal cannot get the key to its records
problem-key-unavailable-next = The records are safe. Unlock the computer's key store or restart the computer, then open Counterfoil again. If it does not help, call support.
problem-damaged = This terminal's records could not be read
problem-damaged-next = The file was set aside and nothing was deleted. Do not use this terminal. Call support.
problem-newer-file = This terminal's records belong to a newer version of Counterfoil
problem-newer-file-next = The records are safe. Do not use this version. Call support to have Counterfoil updated.
problem-printer-failed = The receipt could not be printed
problem-printer-failed-next = Check that the printer is switched on and has paper, then print again. You can also print later from Records.
problem-bad-request = This terminal did not understand what was asked
problem-bad-request-next = Go back and try again. If it happens again, call support.
problem-call-support = Something went wrong that cannot be put right here
problem-call-support-next = Try again. If it happens again, call support.

### Dates and times
date-and-time = { $day } { $month } { $year } at { $time }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
