internal import Domain
internal import SQLText

extension Row {
    func terms() throws -> Terms {
        Terms(
            isFaceToFace: try value("is_face_to_face"),
            requiresApproval: try value("requires_approval"),
            sendsWhenReady: try value("sends_when_ready"),
            period: try value("period_days", as: Int?.self).flatMap(SigningPeriod.init),
            redirect: try value("redirect", as: String?.self).flatMap(RedirectAddress.init),
            template: try value("template_id"), bulk: try bulkPlace())
    }

    private func bulkPlace() throws -> BulkPlace? {
        guard let transaction = try value("bulk_id", as: BulkID?.self) else { return nil }
        return BulkPlace(
            transaction: transaction, row: try value("bulk_row"),
            sequence: try value("bulk_sequence"))
    }
}
