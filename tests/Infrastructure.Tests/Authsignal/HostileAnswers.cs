using System.Globalization;
using System.Text;

namespace CleanLogin.Infrastructure.Tests.Authsignal;

/// <summary>
/// Answers that a service gives which is broken, new, or somebody else's: the right answer with something in it put wrong. The same ones in
/// every run.
/// </summary>
internal sealed class HostileAnswers(uint seed)
{
    private static readonly string[] Names =
    [
        "isValid", "state", "stateUpdatedAt", "userId", "action", "actionCode", "idempotencyKey", "verificationMethod", "isEnrolled", "url", "error",
        "token", "__proto__", "$type", "State", "STATE",
    ];

    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "3", "-1", "1e999", "9999999999999999999999", "\"\"", "\"true\"", "\"CHALLENGE_SUCCEEDED\"", "\"ALLOW\"",
        "\"BLOCK\"", "\"challenge_succeeded\"", "\"CHALLENGE_SUCCEEDED \"", "\"SOMETHING_NEW\"", "\"PASSKEY\"", "\"RECOVERY_CODE\"", "\"QR_CODE\"",
        "[]", "{}", "[\"CHALLENGE_SUCCEEDED\"]", "{\"state\":\"CHALLENGE_SUCCEEDED\"}", "\"id-of-bob\"", "\"id-of-alice\"", "\"..\"", "\"\\u0000\"",
        "\"\\ud800\"", "\"9999-12-31T23:59:59.999Z\"", "\"0001-01-01T00:00:00Z\"", "\"2031-03-14\"", "\"https://evil.example/\"",
        "\"javascript:alert(1)\"", "\"//evil.example\"", "\"http://169.254.169.254/\"",
    ];

    private uint _state = seed;

    /// <summary>The next answer, made from a right one. It may be right still, in which case nothing that was right is missing.</summary>
    public string Next(IReadOnlyDictionary<string, string> right)
    {
        var properties = right.ToList();
        for (var changes = Pick(3) + 1; changes > 0; changes--)
        {
            Change(properties);
        }

        var text = new StringBuilder("{").AppendJoin(',', properties.Select(pair => $"\"{pair.Key}\":{pair.Value}")).Append('}').ToString();
        return Pick(8) switch
        {
            0 => text[..Pick(text.Length)],
            1 => text.Insert(Pick(text.Length), ((char)Pick(0x300)).ToString(CultureInfo.InvariantCulture)),
            2 => "[" + text + "]",
            3 => text + text,
            _ => text,
        };
    }

    private void Change(List<KeyValuePair<string, string>> properties)
    {
        var index = Pick(properties.Count);
        switch (Pick(4))
        {
            case 0 when properties.Count > 1:
                properties.RemoveAt(index);
                break;
            case 1:
                properties[index] = KeyValuePair.Create(properties[index].Key, Values[Pick(Values.Length)]);
                break;
            case 2:
                properties.Insert(index, KeyValuePair.Create(Names[Pick(Names.Length)], Values[Pick(Values.Length)]));
                break;
            default:
                properties[index] = KeyValuePair.Create(Names[Pick(Names.Length)], properties[index].Value);
                break;
        }
    }

    // xorshift32: nothing here has to be unpredictable, and all of it has to be the same tomorrow.
    private int Pick(int below)
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return (int)(_state % (uint)below);
    }
}
