import Rules
import Wire

extension Meeting {
    /// The meeting for people.
    var lines: [TerminalText] {
        let language = Tongue.current
        var lines: [TerminalText] = [
            "\(title, .bold)  \(id, .dim)",
            "\(bodyName) · \(type.name[language]) · \(form.name[language])",
            "\(Instant(startsAt)) – \(Instant(endsAt))",
            "\(state.name[language], .bold)",
        ]
        if let place { lines.append("\(place)") }
        if let presiding { lines.append(Tongue.pick(vi: "Chủ trì: \(presiding.name)", en: "Presiding: \(presiding.name)")) }
        if let quorate, let needed {
            let word: TerminalText =
                quorate
                ? Tongue.pick(vi: "\("đủ điều kiện", .green)", en: "\("quorate", .green)")
                : Tongue.pick(vi: "\("chưa đủ điều kiện", .yellow)", en: "\("not quorate", .yellow)")
            lines.append(
                Tongue.pick(vi: "Có mặt \(present)/\(members), cần \(needed): \(word)", en: "Present \(present)/\(members), needed \(needed): \(word)"))
        } else {
            lines.append(Tongue.pick(vi: "Thành viên: \(members)", en: "Members: \(members)"))
        }
        return lines
    }
}
