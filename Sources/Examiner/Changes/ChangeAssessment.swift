import PaperWire

/// Turns what was found behind a signed revision into a class and its findings.
struct ChangeAssessment {
    var worst: ChangeClass = .none
    var findings: [Finding] = []

    init(_ changes: RevisionChanges, permissions: ChangePermissions) {
        for change in changes.list {
            if permissions.forbids(change) {
                worst = max(worst, .forbidden)
                findings.append(.failed(.formatFailure, change.kind == .forbidden || change.kind == .page ? .changed(change.detail) : .forbiddenChange(change.detail)))
            } else {
                let kind = permissions.allowsAltering(change) ? change.kind : .page
                worst = max(worst, kind)
                if kind == .page { findings.append(.failed(.formatFailure, .changed(change.detail))) }
            }
        }
        guard findings.isEmpty else { return }
        let fields = changes.details(of: .formFill).compactMap { if case .formFilled(let name) = $0 { name } else { nil } }
        let pages = changes.details(of: .annotation).compactMap { switch $0 {
            case .annotation(let page), .annotationAltered(let page): page
            default: nil
            }
        }
        if !pages.isEmpty { findings.append(.information(.annotated(Set(pages).sorted()))) }
        if !fields.isEmpty { findings.append(.information(.formFilled(fields))) }
        if !changes.details(of: .signature).isEmpty { findings.append(.information(.signedLater)) }
        if !changes.details(of: .evidence).isEmpty { findings.append(.information(.evidenceAdded)) }
    }
}
