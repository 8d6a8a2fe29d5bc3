using System.Globalization;
using System.Text;
using CleanLogin.Domain.Accounts;

namespace CleanLogin.Infrastructure.Persistence;

/// <summary>The statement that charges an attempt: the same on SQLite and PostgreSQL.</summary>
internal static class AttemptStatements
{
    /// <summary>
    /// Counts the attempt and starts the pause that follows it, unless a pause is in force or the credential is out of use; then it
    /// changes nothing and returns no row. Returns all failures in a row. {0} is the key, {1} the present in milliseconds since 1970, {2}
    /// whether the credential is one of an account, {3} the failures at which it is out of use.
    /// </summary>
    public static string Charge { get; } = $$"""
        INSERT INTO "Attempts" ("Key", "Failures", "EarlierFailures", "PausedUntil", "IsOwned")
        VALUES ({0}, 1, 0, {1} + {{Milliseconds(1)}}, {2})
        ON CONFLICT ("Key") DO UPDATE
        SET "Failures" = "Attempts"."Failures" + 1, "PausedUntil" = {1} + {{PauseAfterNext()}}, "IsOwned" = {2}
        WHERE "Attempts"."PausedUntil" <= {1} AND "Attempts"."Failures" < {3}
        RETURNING "Failures" + "EarlierFailures" AS "Value"
        """;

    /// <summary>
    /// The owner has signed in on a known device: its count, {0}, ends, and the strangers' row of failures, {1}, is broken. Their pauses stay.
    /// </summary>
    public static string ClearKnownDevice { get; } = $$"""
        DELETE FROM "Attempts" WHERE "Key" = {0};
        UPDATE "Attempts" SET "EarlierFailures" = 0, "Failures" =
            CASE WHEN "Failures" > {{AttemptLimit.FailuresAfterSuccessElsewhere}} THEN {{AttemptLimit.FailuresAfterSuccessElsewhere}} ELSE "Failures" END
        WHERE "Key" = {1} AND ("EarlierFailures" > 0 OR "Failures" > {{AttemptLimit.FailuresAfterSuccessElsewhere}});
        """;

    // One WHEN for each count at which the pause changes; the rule itself is the domain's.
    private static string PauseAfterNext()
    {
        var text = new StringBuilder("CASE");
        for (var failures = 1; failures < AttemptLimit.MaxFailures; failures++)
        {
            if (AttemptLimit.PauseAfter(failures) != AttemptLimit.PauseAfter(failures + 1))
            {
                text.Append(CultureInfo.InvariantCulture, $" WHEN \"Attempts\".\"Failures\" + 1 <= {failures} THEN {Milliseconds(failures)}");
            }
        }

        return text.Append(CultureInfo.InvariantCulture, $" ELSE {Milliseconds(AttemptLimit.MaxFailures)} END").ToString();
    }

    private static string Milliseconds(int failures) =>
        ((long)AttemptLimit.PauseAfter(failures).TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
}
