internal import Domain
internal import SQLText

extension Row {
    /// The name in the columns `last_name`, `first_name` and `patronymic`, or those with a prefix.
    func personName(_ prefix: String = "") throws -> PersonName {
        PersonName(
            lastName: try value(prefix + "last_name"), firstName: try value(prefix + "first_name"),
            patronymic: try value(prefix + "patronymic"))
    }

    /// The user in the columns of ``userColumns``.
    func user() throws -> User {
        User(
            id: try value("user_id"), account: try value("account_id"),
            email: try value("email"), name: try personName(), role: try value("role"),
            isVerified: try value("is_verified"), language: try value("user_language"))
    }
}

/// For `account_user AS u`.
let userColumns: SQL = """
    u.id AS user_id, u.account_id AS account_id, u.email AS email, u.last_name AS last_name,
    u.first_name AS first_name, u.patronymic AS patronymic, u.role AS role,
    u.is_verified AS is_verified, u.language AS user_language
    """
