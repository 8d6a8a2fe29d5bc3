using System.Globalization;
using System.Security.Claims;
using CleanLogin.WebClient.SignIn;

namespace CleanLogin.WebClient.Tests.SignIn;

public sealed class AssuranceCheckTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void A_login_with_a_password_holds_when_nothing_more_was_asked_for() =>
        Fault(Person("urn:cleanlogin:aal1", "pwd"), wanted: null).Should().BeNull();

    [Fact]
    public void A_login_with_two_factors_holds_when_they_were_asked_for() =>
        Fault(Person("urn:cleanlogin:aal2", "pwd", "otp", "mfa"), Acr.Aal2).Should().BeNull();

    [Fact]
    public void A_phishing_resistant_login_holds_when_two_factors_were_asked_for() =>
        Fault(Person("phr", "pop", "user"), Acr.Aal2).Should().BeNull();

    [Theory]
    [InlineData("urn:cleanlogin:aal1")]
    [InlineData("urn:example:unknown")]
    [InlineData(null)]
    public void A_login_below_the_level_asked_for_is_refused(string? acr) =>
        Fault(Person(acr, "pwd", "mfa"), Acr.Aal2).Should().StartWith("acr");

    [Fact]
    public void Two_factors_in_acr_but_not_in_amr_are_refused() =>
        Fault(Person("urn:cleanlogin:aal2", "pwd"), wanted: null).Should().Contain("amr");

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-1")]
    [InlineData("99999999999999")]
    public void A_login_without_a_readable_time_is_refused(string authTime) =>
        Fault(PersonAt(authTime), wanted: null).Should().StartWith("auth_time is missing");

    [Fact]
    public void A_login_in_the_future_is_refused() =>
        Fault(PersonAt(Seconds(Now.AddMinutes(6))), wanted: null).Should().Contain("future");

    [Fact]
    public void A_clock_that_is_a_little_ahead_is_forgiven() =>
        Fault(PersonAt(Seconds(Now.AddMinutes(4))), wanted: null).Should().BeNull();

    private static string? Fault(ClaimsPrincipal person, string? wanted) => AssuranceCheck.FindFault(person, wanted, Now);

    private static ClaimsPrincipal Person(string? acr, params string[] amr)
    {
        var claims = amr.Select(m => new Claim("amr", m)).Append(new Claim("auth_time", Seconds(Now)));
        return new(new ClaimsIdentity(acr is null ? claims : claims.Append(new Claim("acr", acr))));
    }

    private static ClaimsPrincipal PersonAt(string authTime) => new(new ClaimsIdentity([new Claim("auth_time", authTime)]));

    private static string Seconds(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
