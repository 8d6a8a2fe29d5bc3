using System.Text.RegularExpressions;
using CleanLogin.Domain.Accounts;
using CleanLogin.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CleanLogin.Web.Tests.Adversary;

/// <summary>Nothing tells a stranger whether an account exists.</summary>
public sealed partial class EnumerationTests : IDisposable
{
    private readonly LoginServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task An_unknown_name_and_a_wrong_password_get_the_same_answer()
    {
        var wrong = await AnswerAsync("alice");
        var unknown = await AnswerAsync("carol");

        unknown.Status.Should().Be(wrong.Status);
        unknown.Headers.Should().Equal(wrong.Headers);
        unknown.Html.Should().Be(wrong.Html);
    }

    [Fact]
    public async Task Too_many_attempts_are_answered_alike_for_unknown_names()
    {
        using var stranger = _server.NewPerson();
        var statuses = new Dictionary<string, List<int>> { ["alice"] = [], ["carol"] = [] };
        foreach (var (name, seen) in statuses)
        {
            await stranger.OpenAsync("/Account/Login");
            for (var attempt = 0; attempt < 8; attempt++)
            {
                await stranger.SignInAsync(name, "wrong");
                seen.Add((int)stranger.Status);
            }
        }

        statuses["carol"].Should().Equal(statuses["alice"]);
        statuses["alice"].Should().Contain(429);
    }

    [Fact]
    public void Verifying_against_nobody_is_real_work()
    {
        var hasher = _server.Services.GetRequiredService<IPasswordHasher>();
        var password = PlainPassword.Parse("correct horse")!;
        var digest = hasher.Hash(password);

        var real = Measure(() => hasher.Verify(digest, password));
        var decoy = Measure(() => hasher.VerifyDecoy(password));

        decoy.Should().BeGreaterThan(real / 4, "a decoy that does no hashing would be faster by orders of magnitude");
    }

    // The quickest of several: a busy machine makes work slower, never quicker.
    private static long Measure(Action work) => Enumerable.Range(0, 5).Min(_ =>
    {
        var start = TimeProvider.System.GetTimestamp();
        work();
        return TimeProvider.System.GetElapsedTime(start).Ticks;
    });

    private async Task<(int Status, IReadOnlyList<string> Headers, string Html)> AnswerAsync(string name)
    {
        using var stranger = _server.NewPerson();
        await stranger.OpenAsync("/Account/Login");
        await stranger.SignInAsync(name, "wrong");
        var headers = stranger.Response.Headers
            .Where(header => header.Key != "Set-Cookie")
            .Select(header => header.Key + ": " + string.Join(',', header.Value))
            .Order(StringComparer.Ordinal)
            .ToArray();
        var html = AntiforgeryField().Replace(stranger.Html, "").Replace(name, "NAME", StringComparison.Ordinal);
        html = Challenge().Replace(html, random => $"random of length {random.Length}");
        return ((int)stranger.Status, headers, html);
    }

    [GeneratedRegex("""<input name="__RequestVerificationToken"[^>]*>""")]
    private static partial Regex AntiforgeryField();

    // What a passkey is asked for with is fresh on every page.
    [GeneratedRegex("""(?<=challenge&quot;:&quot;)[^&]*|(?<=data-ticket=")[^"]*""")]
    private static partial Regex Challenge();
}
