import Cabinet
import PaperWire
import Rules
import Wire

extension Document {
    init(_ view: DocumentView) {
        self.init(
            id: view.id, meetingId: view.meeting, itemId: view.item, title: view.title, kind: DocumentKind(rawValue: view.kind) ?? .khac, fileName: view.fileName, version: view.version,
            sha256: view.sha256, bytes: view.bytes, state: view.state, pages: view.pages, released: view.releasedAt != nil,
            signatures: view.indication.map { .init(indication: $0.rawValue, subIndication: view.subIndication) })
    }
}
