import Cabinet
import Rules

extension TrackModel {
    init(_ report: PublicReport, key: String?, notice: String?, problem: String?, draft: TrackScreen.RatingDraft, _ lists: Lists) {
        let p = lists.p
        let sign = p.bucket(report.bucket)
        code = report.code.description
        self.notice = notice
        self.problem = problem
        sentence = report.timeline.last { $0.told != nil && $0.kind != .late }?.told?.sentence(in: p.language, name: lists.law.forest.name) ?? report.state.name[p.language]
        bucketCode = report.bucket.rawValue
        (bucketClass, bucketSymbol, bucketWord) = (sign.kind, sign.symbol, sign.word)
        aboutLine = p.line(lists.name(report.category), report.address, report.place.map(lists.name))
        if let due = report.due {
            let light: TrafficLight = report.isLate ? .late : report.clock?.isPaused == true ? .paused : .onTime
            standing = StandingModel(holder: report.holder, name: lists.name(report.holder), due: due, light: light, p)
        }
        master = report.masterCode.map { Master(masterHref: "/track/\($0)", masterCode: $0.description) }
        let query = key.map { "?key=\($0)" } ?? ""
        func photos(_ side: ReportSide) -> [PhotoModel] {
            report.files.filter { $0.kind == .photo && $0.side == side }.enumerated().map { index, file in
                PhotoModel(
                    photoHref: "/track/\(report.code)/photo/\(file.id)\(query)", photoAlt: p.t(side == .before ? "track.photoAlt" : "track.resultAlt", ["number": "\(index + 1)"]))
            }
        }
        if let text = report.answer, let outcome = report.outcome {
            let sign = p.outcome(outcome)
            let files = report.files.filter { $0.kind != .photo && $0.side == .after }.map { FileModel(fileHref: "/track/\(report.code)/photo/\($0.id)\(query)", fileName: $0.name) }
            let line = report.answeredAt.map { p.t("track.answeredBy", ["unit": lists.name(report.holder), "time": $0.text(.full, in: p.language)]) } ?? ""
            answer = Answer(
                outcomeClass: sign.kind, outcomeSymbol: sign.symbol, outcomeWord: sign.word, plannedText: report.plannedFor.map { p.t("track.plannedFor", ["date": p.date($0)]) }, answerText: text, answerLine: line, evidencePhotos: photos(.after),
                evidenceFiles: files)
        }
        mine = key.map { Mine(report, key: $0, draft: draft, lists) }
        publicText = report.text
        self.photos = photos(.before)
        steps = StepModel.steps(report.timeline, lists)
        dueWhy = report.clock.map { lists.why($0, of: report.urgency, report.category) }
    }
}

extension TrackModel.Mine {
    init(_ report: PublicReport, key: String, draft: TrackScreen.RatingDraft, _ lists: Lists) {
        let p = lists.p
        self.key = key
        if report.may.contains("reply"), let question = report.question { self.question = .init(questionText: question) }
        if report.may.contains("rate") {
            rate = TrackModel.Rate(
                levels: RatingLevel.allCases.map { .init(levelCode: $0.rawValue, levelName: $0.name[p.language], selected: draft.level == $0.rawValue) },
                reasons: lists.law.policy.ratingReasons.map { .init(reasonCode: $0.code.text, reasonName: $0.name[p.language], selected: draft.reasons.contains($0.code.text)) })
        }
        rated = report.rating.map { p.t("track.ratedAs", ["level": lists.rated($0, report.ratingReasons)]) }
        if report.may.contains("reopen") { reopen = .init(reopenWhy: p.t("track.reopenWhy", ["days": "\(lists.law.policy.reopenDays)"])) }
        if report.may.contains("unmerge") { dispute = .init() }
        if report.may.contains("add") { add = .init() }
    }
}
