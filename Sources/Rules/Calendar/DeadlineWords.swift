/// Days, hours and remarks of a deadline as each language writes them.
struct DeadlineWords {
    let language: Language
    /// Days carry their year where a deadline crosses into another.
    let showsYear: Bool

    private var isVietnamese: Bool { language == .vietnamese }

    func step(_ step: DeadlineStep) -> String {
        let from = step.from.inVietnam
        // A stretch up to midnight belongs to the day before it.
        let last = Timestamp(ms: step.to.ms - 1).inVietnam
        switch step.kind {
        case .worked:
            let hours = "\(clock(from))–\(end(step.to, on: last.date))"
            let day = days(from.date, last.date)
            return "\(day) \(hours): \(duration(step.workMS))"
        case .rest: return isVietnamese ? "\(days(from.date, last.date)) nghỉ" : "\(days(from.date, last.date)) off"
        case .paused:
            let span = "\(days(from.date, from.date)) \(clock(from)) → \(days(step.to.inVietnam.date, step.to.inVietnam.date)) \(clock(step.to.inVietnam))"
            return isVietnamese ? "\(span) tạm dừng" : "\(span) paused"
        case .uncounted:
            return isVietnamese ? "\(days(from.date, last.date)) không tính (ngày bắt đầu)" : "\(days(from.date, last.date)) not counted (day of the start)"
        case .counted:
            let days = step.days ?? 1...1
            let range = days.count == 1 ? "\(days.lowerBound)" : "\(days.lowerBound)–\(days.upperBound)"
            let label = isVietnamese ? "ngày \(range)" : "day \(range)"
            return "\(self.days(from.date, last.date)): \(label)"
        case .madeUp: return isVietnamese ? "\(days(from.date, last.date)): bù thời gian tạm dừng" : "\(days(from.date, last.date)): makes up for the pause"
        }
    }

    func remark(_ remark: DeadlineRemark) -> String {
        let days = days(remark.from, remark.to)
        let source = remark.source.map { isVietnamese ? "nguồn: \($0)" : "source: \($0)" }
        let doubt = remark.status == .unconfirmed ? (isVietnamese ? "nguồn chưa xác nhận" : "source unconfirmed") : nil
        var details: [String?] = []
        let head: String
        switch remark.kind {
        case .holiday:
            head = "\(remark.name?[language] ?? (isVietnamese ? "nghỉ lễ" : "holiday"))"
            details = [days, doubt]
        case .givenOff:
            let other = remark.other.map { self.days($0, $0) } ?? ""
            head = isVietnamese ? "\(days) nghỉ hoán đổi, làm bù \(other)" : "\(days) off, made up on \(other)"
            details = [source, doubt]
        case .madeUp:
            let other = remark.other.map { self.days($0, $0) } ?? ""
            head = isVietnamese ? "\(days) làm bù cho \(other)" : "\(days) worked for \(other)"
            details = [source, doubt]
        case .unknown:
            head = isVietnamese ? "lịch nghỉ lễ từ \(days) chưa công bố, hạn là tạm tính" : "holidays from \(days) on are not published, the instant is provisional"
        }
        let known = details.compactMap { $0 }
        return capitalised(known.isEmpty ? head : "\(head) (\(known.joined(separator: "; ")))")
    }

    /// `13/2`, `14–22/2`, `31/10–2/11`; English `13 Feb`, `14–22 Feb`.
    func days(_ from: CivilDate, _ to: CivilDate) -> String {
        if from == to { return day(to) }
        if from.year == to.year, from.month == to.month { return "\(from.day)–\(day(to))" }
        return isVietnamese ? "\(day(from))–\(day(to))" : "\(day(from)) – \(day(to))"
    }

    private func day(_ date: CivilDate) -> String {
        let year = showsYear ? (isVietnamese ? "/\(date.year)" : " \(date.year)") : ""
        return isVietnamese ? "\(date.day)/\(date.month)\(year)" : "\(date.day) \(Self.months[date.month - 1])\(year)"
    }

    private func clock(_ time: LocalTime) -> String {
        "\(Digits.two(time.hour)):\(Digits.two(time.minute))" + (time.second == 0 ? "" : ":\(Digits.two(time.second))")
    }

    /// Midnight is written as the end of the day before.
    private func end(_ instant: Timestamp, on date: CivilDate) -> String {
        let local = instant.inVietnam
        return local.date == date ? clock(local) : "24:00"
    }

    /// `30′`, `8h`, `7h30′`, with seconds only where there are any.
    private func duration(_ workMS: Int64) -> String {
        let seconds = workMS / 1000
        let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
        let text = (hours > 0 ? "\(hours)h" : "") + (minutes > 0 ? "\(minutes)′" : "") + (rest > 0 ? "\(rest)″" : "")
        return text.isEmpty ? "0′" : text
    }

    private func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
