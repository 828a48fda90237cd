import Cabinet
import Foundation
import Rules
import Wire

/// Makes JSON bodies of the views of reports, in the reader's language.
struct ReportBodies {
    let law: ReportLaw
    let language: Language
    let now: Timestamp

    func name(_ unit: UnitID) -> String { law.forest.name(unit)[language] }

    func line(_ line: ReportLine) -> ReportLineBody {
        ReportLineBody(
            id: line.id, code: line.code, state: line.state, bucket: line.bucket, urgency: line.urgency, category: line.category, place: line.place, holder: line.holder,
            holderName: name(line.holder), officer: line.officer, excerpt: line.excerpt, address: line.address, receivedAt: Times.text(line.receivedAt), due: Times.text(line.due),
            light: line.light, version: line.version)
    }

    func report(_ view: ReportView, timeline: [TimelineEntry], epoch: String, head: Int64) -> ReportResource {
        let report = view.report
        let answer = view.answer.map {
            ReportResource.Answer(outcome: $0.outcome, text: $0.text, flags: report.pending?.flags.map(\.kind) ?? [], isApproved: report.pending == nil && report.answeredAt != nil)
        }
        return ReportResource(
            id: report.id, code: report.code, state: report.state, bucket: view.bucket, holder: report.holder, holderName: name(report.holder), handler: report.handler,
            officer: report.officer, channel: report.channel, legalKind: report.legalKind, urgency: report.urgency, category: report.category, place: report.place, tree: report.tree,
            text: view.text, publicText: view.publicText, isMasked: view.isMasked, address: view.address, latitude: view.point?.latitude, longitude: view.point?.longitude,
            contact: view.contact.map { .init(name: $0.name, phone: $0.phone, email: $0.email) }, hasContact: view.hasContact, receivedAt: Times.text(report.receivedAt), due: Times.text(view.line.due),
            light: view.line.light, round: report.round, clocks: report.clocks.map(clock), hops: timeline.map(step), files: view.files.map(file), links: links(view.links),
            answer: answer, rating: report.rating, ratingReasons: report.ratingReasons, masterCode: view.masterCode, extensionAskedUntil: Times.text(report.extensionAskedUntil), answerAsked: view.answerHint != nil,
            may: view.may.sorted(), heldBy: view.line.heldBy, version: view.version, epoch: epoch, head: head)
    }

    func step(_ entry: TimelineEntry) -> TimelineBody {
        TimelineBody(
            seq: entry.seq, kind: entry.kind, name: entry.kind.name[language], from: entry.from, to: entry.to, fromUnit: entry.fromUnit, toUnit: entry.toUnit, holder: entry.holder,
            due: Times.text(entry.due), at: Times.text(entry.at), actor: entry.actor, reason: entry.reason, rule: entry.rule,
            told: entry.told?.sentence(in: language) { law.forest.name($0) }, silence: entry.silence, note: entry.note)
    }

    func access(_ access: ContactAccessView) -> ContactAccessBody {
        ContactAccessBody(code: access.code, person: access.person, personName: access.personName, unit: access.unit, unitName: name(access.unit), at: Times.text(access.at))
    }

    func file(_ file: ReportFileView) -> ReportFileBody {
        ReportFileBody(
            id: file.id, side: file.side.rawValue, kind: file.kind, sha256: file.sha256, bytes: file.bytes, mediaType: file.mediaType, name: file.name, widthPx: file.widthPx,
            heightPx: file.heightPx, at: Times.text(file.at), isPublic: file.isPublic)
    }

    func publicReport(_ found: PublicReport) -> PublicReportBody {
        PublicReportBody(
            code: found.code, state: found.state, bucket: found.bucket, bucketName: found.bucket.name[language], urgency: found.urgency, category: found.category, place: found.place,
            holder: found.holder, holderName: name(found.holder), text: found.text, address: found.address, latitude: found.point?.latitude, longitude: found.point?.longitude,
            receivedAt: Times.text(found.receivedAt), due: Times.text(found.due), isLate: found.isLate, outcome: found.outcome, answer: found.answer,
            answeredAt: Times.text(found.answeredAt), conclusion: found.conclusion, files: found.files.map(file), timeline: found.timeline.map(step), masterCode: found.masterCode,
            rating: found.rating, ratingReasons: found.ratingReasons, may: found.may.sorted())
    }

    func escalation(_ view: EscalationView) -> EscalationBody {
        EscalationBody(
            id: view.id, state: view.state, from: view.from, fromName: name(view.from), urgency: view.urgency, submittedAt: Times.text(view.submittedAt),
            daysWaiting: view.daysWaiting, due: Times.text(view.due), light: view.light, ask: view.ask, peopleAffected: view.peopleAffected, costVND: view.costVND,
            recommended: view.dossier?.recommended, legalBasis: view.legalBasis, risks: view.risks.map(\.rawValue), reportCount: view.reportCount, reports: view.reports.map(line),
            short: view.short, dossier: view.dossier, dossierDue: Times.text(view.dossierDue), decisions: view.decisions.map(decided), agendaItemId: view.agendaItem?.id,
            meetingId: view.agendaItem?.meeting, conclusionId: view.conclusion, deferredUntil: Times.text(view.deferredUntil), may: view.may.sorted(), version: view.version)
    }

    func task(_ task: ActionItemView) -> ActionItemBody {
        ActionItemBody(
            id: task.id, conclusionId: task.conclusion, meetingId: task.meeting, title: task.title, leadUnit: task.leadUnit, leadUnitName: name(task.leadUnit), coUnits: task.coUnits,
            due: Times.text(task.due), isDone: task.isDone, isLate: task.isLate(at: now), result: task.result, evidence: task.evidence, doneAt: Times.text(task.doneAt),
            reports: task.reports, version: task.version)
    }

    func conclusion(_ view: ConclusionView) -> ConclusionBody {
        ConclusionBody(
            id: view.id, meetingId: view.meeting, agendaItemId: view.item, text: view.text, publicText: view.publicText, isReleased: view.isReleased, signedAt: Times.text(view.signedAt),
            signer: view.signerName, tasks: view.tasks.map(task), escalations: view.escalations, version: view.version)
    }

    private func decided(_ decided: EscalationView.Decided) -> EscalationBody.Decided {
        let decision = decided.decision
        return .init(
            kind: decision.kind, text: decision.text, publicText: decision.publicText, leadUnit: decision.leadUnit, due: Times.text(decision.due), decider: decided.deciderName,
            at: Times.text(decided.at))
    }

    private func clock(_ clock: ReportClock) -> ReportResource.Clock {
        .init(
            kind: clock.kind, owner: clock.owner, startedAt: Times.text(clock.startedAt), due: Times.text(clock.due), originalDue: Times.text(clock.originalDue),
            isPaused: clock.isPaused, isLate: clock.isLate(at: now), stoppedAt: Times.text(clock.stoppedAt), task: clock.task)
    }

    private func links(_ links: ReportLinks) -> ReportResource.Links {
        .init(
            escalation: links.escalation, agendaItem: links.agendaItem?.id, meeting: links.agendaItem?.meeting, poll: links.polls.last, conclusion: links.conclusion,
            actionItems: links.actionItems.map(\.id))
    }
}

extension Dependencies {
    func reportBodies(_ context: AppContext) throws -> ReportBodies { ReportBodies(law: try cabinet.law(), language: context.language, now: context.arrivedAt) }
}
