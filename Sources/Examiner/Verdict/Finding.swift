import PaperWire

/// One thing found while examining a signature, and what it does to the verdict.
struct Finding {
    enum Effect: Equatable {
        /// Worth telling, changes nothing.
        case information
        case indeterminate(SubIndication)
        case failed(SubIndication)

        var indication: Indication {
            switch self {
            case .information: .passed
            case .indeterminate: .indeterminate
            case .failed: .failed
            }
        }

        var subIndication: SubIndication? {
            switch self {
            case .information: nil
            case .indeterminate(let sub), .failed(let sub): sub
            }
        }
    }

    var effect: Effect
    var reason: SignatureVerdict.Reason

    static func failed(_ sub: SubIndication, _ reason: SignatureVerdict.Reason) -> Finding { Finding(effect: .failed(sub), reason: reason) }
    static func indeterminate(_ sub: SubIndication, _ reason: SignatureVerdict.Reason) -> Finding { Finding(effect: .indeterminate(sub), reason: reason) }
    static func information(_ reason: SignatureVerdict.Reason) -> Finding { Finding(effect: .information, reason: reason) }
}

extension Indication {
    /// Failed is worse than indeterminate is worse than passed.
    var severity: Int {
        switch self {
        case .passed: 0
        case .indeterminate: 1
        case .failed: 2
        }
    }
}

extension [Finding] {
    /// The finding that decides: the first of the worst kind, in the order the checks are made.
    var decisive: Finding? {
        guard let worst = map(\.effect.indication.severity).max() else { return nil }
        return first { $0.effect.indication.severity == worst }
    }

    /// Worst first, each kind in the order of the checks; nothing said twice.
    var reasons: [SignatureVerdict.Reason] {
        var told: Set<String> = []
        return [2, 1, 0].flatMap { severity in filter { $0.effect.indication.severity == severity }.map(\.reason) }
            .filter { told.insert($0.code + $0.en).inserted }
    }
}
