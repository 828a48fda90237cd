import Cabinet
import Rules

extension ReportFormModel {
    init(_ form: Filled, _ p: Phrases) {
        let lists = Lists(law: form.law, p: p)
        kindCode = form.kind.rawValue
        kindName = form.kind.name[p.language]
        once = form.once
        problem = form.problem
        similar = form.similar.map { Similar($0, lists) }
        hasSimilar = !similar.isEmpty
        similarShown = hasSimilar || form.similarShown ? "yes" : ""
        (lat, lon) = (form.lat, form.lon)
        text = form.text
        textWrong = form.wrong["text"]
        photoName = form.photo.map { $0.name.nonEmpty ?? "JPEG" }
        photoKept = form.photo?.sha256 ?? ""
        photoWrong = form.wrong["photo"]
        wards = lists.wards(selected: form.place)
        placeWrong = form.wrong["place"]
        (street, landmark) = (form.street, form.landmark)
        addressWrong = form.wrong["address"]
        fields = lists.categories(selected: form.category)
        categoryWrong = form.wrong["category"]
        (name, phone, email) = (form.contact.name, form.contact.phone, form.contact.email)
        phoneWrong = form.wrong["phone"]
        emailWrong = form.wrong["email"]
        submitLabel = p.t(hasSimilar ? "citizen.submitAnyway" : "citizen.submit")
    }
}

extension ReportFormModel.Similar {
    init(_ report: PublicReport, _ lists: Lists) {
        let p = lists.p
        similarTitle = p.beginning(report.text)
        similarLine = p.line(lists.name(report.category), report.address, report.bucket.name[p.language], report.receivedAt.text(.date, in: p.language))
        similarHref = "/track/\(report.code)"
        similarCode = report.code.description
    }
}
