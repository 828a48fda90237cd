import Foundation
import Rules
public import Store

extension Cabinet {
    /// The `data` of a fact as those who may see it hear it: its body, and what was kept out of the log because it may have to
    /// be erased one day.
    public func present(_ event: LoggedEvent, in tx: borrowing Transaction) throws -> String {
        guard event.kind == EventKind.announcementPosted.rawValue else { return event.body }
        let fact = try Canonical.decode(AnnouncementFact.self, from: event.body)
        return try Canonical.encode(Announced(text: try vault.open(fact.sealed, in: tx)))
    }

    private struct Announced: Codable {
        var text: String?
        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(text, forKey: .text)
        }
    }
}

extension Cabinet {
    /// Which session a `session.ended` is about.
    public static func endedSession(_ fact: FoundFact) -> String? {
        do { return try Canonical.decode(SessionFact.self, from: fact.body).session } catch { return nil }
    }
}
