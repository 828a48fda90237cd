public import PaperWire

/// Who waits for a job: a reader before the screen, or nobody in particular.
public enum JobPriority: Sendable, Hashable, CaseIterable {
    /// Somebody looks at an empty page until it is done.
    case interactive
    /// The result is noted when it comes.
    case background
}

extension Job {
    /// Pages and their text are read by somebody now, and whoever sends a photo waits for its receipt; the rest follows an upload or a closing meeting.
    public var usualPriority: JobPriority {
        switch self {
        case .render, .text, .certificates, .photo: .interactive
        case .inspect, .verify, .verifyDetached, .typeset: .background
        }
    }

    /// The job's name in the log.
    var kind: String {
        switch self {
        case .inspect: "inspect"
        case .render: "render"
        case .text: "text"
        case .verify: "verify"
        case .verifyDetached: "verifyDetached"
        case .certificates: "certificates"
        case .photo: "photo"
        case .typeset: "typeset"
        }
    }

    /// Whether a reply is one this job can have; anything else is a broken worker.
    func fits(_ reply: Reply) -> Bool {
        switch (self, reply) {
        case (_, .refused), (.inspect, .inspected), (.render, .rendered), (.text, .text), (.verify, .verdict), (.verifyDetached, .verdict),
            (.certificates, .certificates), (.photo, .photo), (.typeset, .typeset):
            true
        default: false
        }
    }
}
