import Rules

// Texts of what a command carries, cleaned: NFC, trimmed, without control characters. What is missing stays missing, so that the rules can name it.

extension ReportCommand.Acceptance {
    var cleaned: Self {
        var clean = self
        clean.urgencyReason = urgencyReason.map(Text.clean)
        clean.legalKindReason = legalKindReason.map(Text.clean)
        return clean
    }
}

extension ReportCommand.Rejection {
    var cleaned: Self { Self(reason: reason, explanation: Text.clean(explanation), goInstead: Text.clean(goInstead)) }
}

extension ReportCommand.Assignment {
    var cleaned: Self { Self(unit: unit, overrideReason: overrideReason.map(Text.clean), confidencePercent: confidencePercent) }
}

extension ReportCommand.Return {
    var cleaned: Self { Self(reason: reason, unit: unit, rule: rule, note: Text.clean(note)) }
}

extension ReportCommand.Consultation {
    var cleaned: Self { Self(unit: unit, request: Text.clean(request)) }
}

extension ReportCommand.Extension {
    var cleaned: Self { Self(until: until, reason: Text.clean(reason)) }
}

extension Dossier {
    var cleaned: Self {
        var clean = self
        clean.legalBasis = legalBasis.map(Text.clean)
        clean.stage = stage.map(Text.clean)
        clean.cause = cause.map(Text.clean)
        clean.done = done.map(Text.clean)
        clean.options = options.map {
            DossierOption(
                label: Text.clean($0.label), text: Text.clean($0.text), costVND: $0.costVND, time: Text.clean($0.time), leadUnit: $0.leadUnit, risk: Text.clean($0.risk))
        }
        clean.recommended = recommended.map(Text.clean)
        clean.holdingText = holdingText.map(Text.clean)
        return clean
    }
}

extension ShortDossier {
    var cleaned: Self { Self(what: what.map(Text.clean), place: place.map(Text.clean), done: done.map(Text.clean), ask: ask) }
}

extension ReportCommand.Escalating.Form {
    var cleaned: Self {
        switch self {
        case .full(let dossier): .full(dossier.cleaned)
        case .short(let short): .short(short.cleaned)
        }
    }
}

extension Decision {
    var cleaned: Self {
        var clean = self
        clean.text = Text.clean(text)
        clean.publicText = publicText.map(Text.clean).flatMap { $0.isEmpty ? nil : $0 }
        clean.outsideBody = outsideBody.map(Text.clean)
        return clean
    }
}

extension AnswerDraft {
    var cleaned: Self {
        var clean = self
        clean.text = Text.clean(text)
        return clean
    }
}
