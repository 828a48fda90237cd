extension Decision {
    /// Every field the kind needs and the decision lacks. `text` is needed always: a decision without a word is none.
    public func faults(at now: Timestamp, knowsUnit: (UnitID) -> Bool) -> [Refusal.Field] {
        var faults: [Refusal.Field] = []
        func need(_ isThere: Bool, _ pointer: String, _ reason: String = "field.required", _ parameters: [String: String] = [:]) {
            if !isThere { faults.append(.init(pointer: pointer, reason: reason, parameters: parameters)) }
        }
        need(!Syllables.isBlank(text), "/text")
        switch kind {
        case .instruct: need(leadUnit != nil, "/leadUnit")
        case .assign:
            need(leadUnit != nil, "/leadUnit")
            need(due != nil, "/due")
        case .agenda, .circulate:
            need(agendaItem != nil, "/agendaItem")
            need(meetingAt != nil, "/meetingAt")
            if let meetingAt { need(meetingAt > now, "/meetingAt", "field.in-the-past") }
        case .defer: need(due != nil, "/due")
        case .referOutside:
            need(outsideBody.map { !Syllables.isBlank($0) } ?? false, "/outsideBody")
            need(due != nil, "/due")
        case .returnForMore, .decline: break
        }
        if let due { need(due > now, "/due", "field.in-the-past") }
        for (pointer, unit) in [("/leadUnit", leadUnit)].compactMap({ pair in pair.1.map { (pair.0, $0) } }) + coUnits.enumerated().map({ ("/coUnits/\($0.offset)", $0.element) }) {
            need(knowsUnit(unit), pointer, "unit.unknown", ["unit": unit.text])
        }
        if let leadUnit { need(!coUnits.contains(leadUnit), "/coUnits", "unit.leads-already") }
        return faults
    }
}
