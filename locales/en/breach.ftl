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

    NOTICE OF A BREACH OF PERSONAL DATA PROTECTION
    To: the authority for personal data protection (Ministry of Public Security)
    Law 91/2025/QH15, article 23; Decree 356/2025/NĐ-CP, articles 28 and 29.

    1. From: { $controller }
    2. Responsible for data protection, and how to reach them: { $contact }
    3. Kind: { $kind ->
        [purpose] processing for a wrong purpose
       *[leak] leak, loss, access or change without right
        }
    4. When it happened: { $happened }
    5. When it was noticed: { $noticed } (72 hours end { $due })
    6. What happened: { $what }
    7. Kinds of data: { $data }
    8. How many people: { $people }
    9. Positions among them: { $location ->
        [yes] yes; the people were told { $told }
       *[no] no
        }
    10. Cause: { $cause }
    11. Possible harm: (not known yet)
    12. Measures taken and planned: { $measures }

    Date { $day }
    For the notifying party (signature, name)
