### The register of breaches of personal data, and the draft of a report.

breach-none = The register is empty.
breach-line = { $id }  { $tenant }  { $kind ->
    [purpose] wrong purpose
   *[leak] leak or loss
    }: { $what }. Noticed { $noticed }, report due { $due }{ $state ->
    [done] , reported
    [late] , OVERDUE
   *[open] , { $hours } hours left
    }. To be done: { $owes }
breach-owes-report = report to the authority
breach-owes-tell = tell the people
breach-owes-close = close
breach-unknown = (not known yet)
breach-report = DRAFT. Compare with the form issued with Decree 356/2025/NĐ-CP before it is sent.

    ORGANISATION: { $controller }

    NOTICE OF A BREACH OF PERSONAL DATA PROTECTION
    To: the authority for personal data protection (Ministry of Public Security)
    Law 91/2025/QH15, article 23; Decree 356/2025/NĐ-CP, articles 28 and 29.

    1. The notifying party
    - Name: { $controller }
    - Decision of its foundation: ……………………………
    - Address: ……………………………
    - Telephone, e-mail, website: ……………………………
    2. Responsible for data protection
    - How to reach them: { $contact }
    - Name, position, telephone, e-mail: ……………………………
    3. The breach
    a) Kind: { $kind ->
        [purpose] processing for a wrong purpose
       *[leak] leak, loss, access or change without right
        }
    b) Time: happened { $happened }; noticed { $noticed } (72 hours end { $due })
    c) Place: { $place }
    d) What happened: { $what }
    đ) Organisations and persons concerned: { $parties }
    e) Kinds of basic personal data: { $data }
    g) Kinds of sensitive personal data: { $sensitive }
    h) Amount of data: { $records }; people concerned: { $people }
    i) Positions: { $location ->
        [yes] yes; the people were told { $told }
       *[no] no
        }
    4. Cause: { $cause }
    5. Possible harm: { $harm }
    6. Measures taken and planned: { $measures }
    7. Why this notice comes after 72 hours: { $late ->
        [yes] { $late_because }
       *[no] it does not
        }

    We answer for the above and add to it as soon as more is known.
    Date { $day }
    For the notifying party (signature, name, seal)
