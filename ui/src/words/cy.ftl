# Geiriau'r cynnyrch ei hun, yn Gymraeg. Mae'r un negeseuon yn Saesneg yn en.ftl.
# Daw geiriau'r adrannau a'r gwasanaethau o'r rhaglen, nid o'r fan hon.

### Ffrâm
product-name = Counterfoil
own-language-name = Cymraeg
choose-this-language = Newid yr iaith i'r Gymraeg
language-label = Iaith
skip-link = Neidio i'r prif gynnwys
navigation-label = Prif ddewislen
menu-button = Dewislen
nav-home = Gwasanaethau
nav-records = Cofnodion
sign-out = Allgofnodi
signed-in-as = Wedi mewngofnodi: { $name }
footer-version = Counterfoil fersiwn { $version }
error-prefix = Gwall:
error-word = Gwall
warning-word = Rhybudd
important-word = Pwysig
success-word = Llwyddiant
error-summary-title = Mae problem wedi codi
back = Yn ôl
change = Newid
remove = Dileu
try-again = Rhowch gynnig arall arni
starting = Yn cychwyn Counterfoil

### Geiriau am gyflwr, yr un fath ym mhobman
state-draft = Drafft
state-recorded = Wedi'i gofnodi ar y derfynell hon
state-received = Wedi'i dderbyn gan { $department }
state-needs-attention = Angen sylw
the-department = yr adran

### Cysylltiad
connection-unknown = Yn gwirio'r cysylltiad
connection-online = Wedi cysylltu â'r adran
connection-offline = Heb gysylltiad. Gallwch ddal ati i weithio
connection-intercepted = Mae rhywbeth yn rhwystro'r ffordd at yr adran. Gallwch ddal ati i weithio, ond rhowch wybod i'r tîm cymorth

### Mewngofnodi
sign-in-title = Mewngofnodi
sign-in-staff-number = Rhif staff
sign-in-pin = PIN
sign-in-button = Mewngofnodi
sign-in-staff-number-missing = Rhowch eich rhif staff
sign-in-pin-missing = Rhowch eich PIN
pin-show = Dangos
pin-hide = Cuddio
pin-show-label = Dangos y PIN
pin-hide-label = Cuddio'r PIN
pin-shown = Mae eich PIN i'w weld
pin-hidden = Mae eich PIN wedi'i guddio
demonstration-title = Arddangosiad
demonstration-text = Arddangosiad yw hwn. Ni fydd dim a gofnodwch yma yn cyrraedd adran go iawn. Peidiwch â theipio manylion pobl go iawn.
demonstration-staff-number = Rhif staff i'w ddefnyddio
demonstration-pin = PIN i'w ddefnyddio

### Hafan
home-title = Dewiswch wasanaeth
home-no-services = Nid oes gwasanaethau ar y derfynell hon eto. Ffoniwch y tîm cymorth.
home-printer-hint = Cyn dechrau, gwnewch yn siŵr bod yr argraffydd ymlaen a bod papur ynddo.
home-counts-title = Cofnodion ar y derfynell hon
home-counts-link = Gweld pob cofnod
home-disk-full = Mae'r ddisg bron yn llawn, felly ni ellir dechrau ffurflen newydd. Ffoniwch y tîm cymorth.

### Ffurflenni
date-day = Diwrnod
date-month = Mis
date-year = Blwyddyn
choice-or = neu
select-none = Dewiswch un
warnings-text = Gwiriwch hyn. Gallwch fynd ymlaen os yw'n gywir.
file-cannot = Ni ellir ychwanegu ffeiliau ar y sgrin hon eto.
file-go-on = Gallwch fynd ymlaen heb ychwanegu un.
file-needed = Heb un, ni ellir gorffen y ffurflen hon yma.
file-given = Y ffeiliau a roddwyd hyd yma:
staff-notes-title = I staff
draft-note = Nid oes dim wedi'i gofnodi eto.
end-note = Nid oes dim wedi'i gofnodi.
leave-link = Gadael y ffurflen hon
leave-title = Ydych chi am adael y ffurflen hon?
leave-text = Nid oes dim wedi'i gofnodi. Os byddwch yn gadael, bydd yr atebion a deipiwyd hyd yma yn cael eu dileu.
leave-stay = Mynd yn ôl i'r ffurflen
leave-go = Gadael a dileu'r atebion

### Y cyfrif o dan ateb hir. Rhaglen arall sy'n rhoi'r rhif i mewn; mae $form yn dweud pa luosog
characters-limit = Gallwch roi hyd at { $count } nod
characters-left = { $form ->
   *[other] Mae gennych { $count } nod yn weddill
}
characters-none-left = Nid oes gennych yr un nod yn weddill
characters-over = { $form ->
   *[other] Mae gennych { $count } nod yn ormod
}
words-limit = Gallwch roi hyd at { $count } gair
words-left = { $form ->
    [two] Mae gennych { $count } air yn weddill
   *[other] Mae gennych { $count } gair yn weddill
}
words-none-left = Nid oes gennych yr un gair yn weddill
words-over = { $form ->
    [two] Mae gennych { $count } air yn ormod
   *[other] Mae gennych { $count } gair yn ormod
}

### Rhestr hir y chwilir ynddi drwy deipio
search-help = Teipiwch ran o'r geiriau. Pan fydd awgrymiadau'n ymddangos, defnyddiwch y saethau i fyny ac i lawr i fynd drwyddynt ac Enter i ddewis un.
search-nothing = Nid oes dim yn y rhestr yn cyfateb
search-found = { $count } awgrym. { $chosen }
search-chosen = { $text }, { $number } o { $count }

### Rhestr dasgau
task-completed = Wedi cwblhau
task-in-progress = Ar y gweill
task-not-started = Heb ddechrau eto
task-cannot-start = Methu dechrau eto

### Ar ôl cofnodi
reference = Cyfeirnod
department-reference = Cyfeirnod yr adran
recorded-number = Rhif ar y derfynell hon
recorded-when = Cofnodwyd
recorded-waiting = Mae'r manylion yn ddiogel ar y derfynell hon. Cânt eu trosglwyddo i { $department } cyn gynted ag y bydd cysylltiad. Bydd hynny'n digwydd heb i chi wneud dim.
recorded-received = Mae { $department } wedi cadarnhau bod y manylion ganddi.
recorded-attention = Mae angen i rywun edrych ar y cofnod hwn cyn y gall fynd ymhellach. Ffoniwch y tîm cymorth a rhowch y cyfeirnod iddynt.
recorded-next-title = Beth fydd yn digwydd nesaf
recorded-receipt-title = Derbynneb
recorded-receipt-text = Argraffwch y dderbynneb a'i rhoi i'r person. Mae'r cyfeirnod arni.
recorded-receipt-made = Rhowch y dderbynneb i'r person. Bydd pob un arall yn dweud mai copi ydyw.
recorded-another = Dewis gwasanaeth arall
exit-button = Dewis gwasanaeth arall
receipt-print = Argraffu'r dderbynneb
receipt-print-copy = Argraffu copi
receipts-made = Derbynebau a wnaed
printed = Mae'r dderbynneb wedi'i hargraffu.
printed-copy = Mae copi { $copy } o'r dderbynneb wedi'i argraffu.
print-no-printer = Nid yw'r dderbynneb wedi'i hargraffu: ni chymerodd unrhyw argraffydd hi.
print-no-printer-next = Gwnewch yn siŵr bod yr argraffydd ymlaen ac wedi'i gysylltu, yna argraffwch eto. Gallwch hefyd argraffu yn nes ymlaen: dewiswch Cofnodion, yna'r cyfeirnod hwn.
receipt-keep = Gwneud ffeil PDF yn lle hynny
receipt-kept = Mae'r dderbynneb bellach yn ffeil PDF. Nid oes dim wedi dod allan ar bapur eto.
receipt-kept-where = Dyma'r ffeil: { $path }
receipt-kept-next = Argraffwch hi i'r person, yna dilëwch hi: mae'n cynnwys ei fanylion.
print-stopped = Stopiodd yr argraffydd cyn gorffen.
print-stopped-next = Edrychwch a ddaeth y dderbynneb allan. Os na ddaeth, cywirwch yr argraffydd ac argraffwch eto.
print-reason-paper-empty = Nid oes papur ar ôl yn yr argraffydd.
print-reason-paper-jam = Mae papur yn sownd yn yr argraffydd.
print-reason-open = Mae clawr ar yr argraffydd ar agor.
print-reason-ink = Nid oes inc neu arlliwydd ar ôl yn yr argraffydd.
print-reason-other = Dyma'r rheswm a roddodd yr argraffydd: { $reason }

### Cofnodion
records-title = Cofnodion ar y derfynell hon
records-empty = Nid oes dim wedi'i gofnodi ar y derfynell hon eto.
records-number = Rhif
records-service = Gwasanaeth
records-state = Cyflwr
record-title = Cofnod { $reference }
story-title = Beth sydd wedi digwydd iddo
story-when = Pryd
story-what = Beth
story-who = Pwy
story-by-staff = Staff { $staffNumber }
story-by-terminal = Y derfynell hon
story-recorded = Wedi'i gofnodi ar y derfynell hon
story-attempted = Ceisiwyd cyrraedd yr adran
story-unreachable = Ni ellid cyrraedd yr adran
story-faulted = Ni chadarnhaodd yr adran. Bydd y derfynell yn ceisio eto
story-interrupted = Torrwyd ar draws y cynnig. Bydd y derfynell yn gofyn i'r adran cyn ceisio eto
story-acknowledged = Wedi'i dderbyn gan { $department }
story-refused = Ni dderbyniodd yr adran y cofnod
story-released = Wedi'i roi'n ôl i geisio eto
story-receipt-queued = Derbynneb wedi'i pharatoi
story-receipt-printed = Derbynneb wedi'i hargraffu
story-receipt-failed = Derbynneb heb ei hargraffu
story-receipt-kept = Derbynneb wedi'i chadw fel ffeil
story-other = Digwyddodd rhywbeth arall ({ $kind })

### Problemau: beth sydd o'i le, a beth i'w wneud nesaf
problem-sign-in-wrong = Mae'r rhif staff neu'r PIN yn anghywir
problem-sign-in-wrong-next = Gwiriwch y ddau a mewngofnodwch eto.
problem-sign-in-locked = Mae mewngofnodi wedi'i gloi am fod y PIN yn anghywir ormod o weithiau
problem-sign-in-locked-next = Arhoswch ychydig funudau, yna mewngofnodwch eto. Os nad ydych yn gwybod eich PIN, gofynnwch i'ch goruchwyliwr.
problem-signed-out = Rydych wedi cael eich allgofnodi
problem-signed-out-next = Mewngofnodwch eto.
problem-not-found = Nid yw hwnnw yno mwyach
problem-not-found-next = Dewiswch wasanaeth neu gofnod eto.
problem-not-set-up = Nid yw'r derfynell hon wedi'i pharatoi eto
problem-not-set-up-next = Rhaid ei pharatoi cyn ei defnyddio. Ffoniwch y tîm cymorth.
problem-disk-full = Mae'r ddisg bron yn llawn
problem-disk-full-next = Ni ellir dechrau ffurflen newydd. Mae'r cofnodion sydd eisoes ar y derfynell hon yn ddiogel. Ffoniwch y tîm cymorth.
problem-storage-failed = Ni allai'r derfynell hon ddarllen nac ysgrifennu ei chofnodion nawr
problem-storage-failed-next = Ni chofnodwyd dim. Rhowch gynnig arall arni. Os bydd yn digwydd eto, ffoniwch y tîm cymorth.
problem-in-use = Mae Counterfoil eisoes ar agor ar y derfynell hon
problem-in-use-next = Caewch y ffenestr hon ac ewch ymlaen yn y llall. Os na allwch ddod o hyd iddi, ailgychwynnwch y cyfrifiadur.
problem-wrong-key = Nid yw allwedd y derfynell hon yn ffitio ei chofnodion
problem-wrong-key-next = Mae'r cofnodion yn ddiogel ac ni newidiwyd dim. Peidiwch â defnyddio'r derfynell hon. Ffoniwch y tîm cymorth.
problem-key-unavailable = Ni all y derfynell hon gael yr allwedd i'w chofnodion
problem-key-unavailable-next = Mae'r cofnodion yn ddiogel. Datglowch storfa allweddi'r cyfrifiadur neu ailgychwynnwch y cyfrifiadur, yna agorwch Counterfoil eto. Os nad yw'n helpu, ffoniwch y tîm cymorth.
problem-damaged = Ni ellid darllen cofnodion y derfynell hon
problem-damaged-next = Rhoddwyd y ffeil o'r neilltu ac ni ddilëwyd dim. Peidiwch â defnyddio'r derfynell hon. Ffoniwch y tîm cymorth.
problem-newer-file = Mae cofnodion y derfynell hon yn perthyn i fersiwn mwy newydd o Counterfoil
problem-newer-file-next = Mae'r cofnodion yn ddiogel. Peidiwch â defnyddio'r fersiwn hwn. Ffoniwch y tîm cymorth i gael diweddaru Counterfoil.
problem-printer-failed = Ni ellid argraffu'r dderbynneb
problem-printer-failed-next = Gwnewch yn siŵr bod yr argraffydd ymlaen a bod papur ynddo, yna argraffwch eto. Gallwch hefyd argraffu yn nes ymlaen o Cofnodion.
problem-bad-request = Ni ddeallodd y derfynell hon yr hyn a ofynnwyd
problem-bad-request-next = Ewch yn ôl a rhowch gynnig arall arni. Os bydd yn digwydd eto, ffoniwch y tîm cymorth.
problem-call-support = Aeth rhywbeth o'i le na ellir ei gywiro yma
problem-call-support-next = Rhowch gynnig arall arni. Os bydd yn digwydd eto, ffoniwch y tîm cymorth.

### Dyddiadau ac amserau
date-and-time = { $day } { $month } { $year } am { $time }
month-1 = Ionawr
month-2 = Chwefror
month-3 = Mawrth
month-4 = Ebrill
month-5 = Mai
month-6 = Mehefin
month-7 = Gorffennaf
month-8 = Awst
month-9 = Medi
month-10 = Hydref
month-11 = Tachwedd
month-12 = Rhagfyr
