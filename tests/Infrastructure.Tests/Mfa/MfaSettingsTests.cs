using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Mfa;
using CleanLogin.Infrastructure.Authsignal;
using CleanLogin.Infrastructure.Mfa;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Moq;

namespace CleanLogin.Infrastructure.Tests.Mfa;

/// <summary>A setting that is missing, misspelt or bad stops the host, by name; nothing falls back unnoticed.</summary>
public sealed class MfaSettingsTests
{
    private const string Url = "https://api.authsignal.com/v1";

    [Theory]
    [InlineData("Authsignal:Url", "http://api.authsignal.com/v1", "Authsignal:Url")]
    [InlineData("Authsignal:Url", "https://localhost:5010/v1", "Authsignal:Url")]
    [InlineData("Authsignal:Url", "https://127.0.0.1/v1", "Authsignal:Url")]
    [InlineData("Authsignal:Url", "https://api.authsignal.com", "Authsignal:Url")]
    [InlineData("Authsignal:Url", "https://user:sk_live@api.authsignal.com/v1", "Authsignal:Url")]
    [InlineData("Authsignal:Url", "https://api.authsignal.com/v1?x=1", "Authsignal:Url")]
    [InlineData("Authsignal:Url", "not a url", "Authsignal:Url")]
    [InlineData("Authsignal:Url", "", "Authsignal:Url")]
    [InlineData("Authsignal:Secret", "", "Authsignal:Secret")]
    [InlineData("Authsignal:Secret", "  ", "Authsignal:Secret")]
    [InlineData("Authsignal:Action", "log in", "Authsignal:Action")]
    [InlineData("Authsignal:Action", "login\n", "Authsignal:Action")]
    [InlineData("Authsignal:UiHosts:0", "https://mfa.example.org", "Authsignal:UiHosts")]
    [InlineData("Authsignal:UiHosts:0", "localhost:5010", "Authsignal:UiHosts")]
    [InlineData("Authsignal:Sercet", "x", "Sercet")]
    [InlineData("Mfa:Enrollment", "Optional", "Enrollment")]
    [InlineData("Mfa:Provider", "Authsginal", "Mfa:Provider")]
    [InlineData("Mfa:Provider", "1", "Mfa:Provider")]
    [InlineData("Mfa:WhenUnavailable", "Allow", "Mfa:WhenUnavailable")]
    [InlineData("Mfa:WhenUnavailable", "1", "Mfa:WhenUnavailable")]
    [InlineData("Mfa:AllowedMethods:0", "passkey", "Mfa:AllowedMethods")]
    [InlineData("Mfa:AllowedMethods:0", "OTP", "Mfa:AllowedMethods")]
    [InlineData("Mfa:AllowedMethods:0", "password", "Mfa:AllowedMethods")]
    public void A_bad_value_stops_the_host_and_names_the_key(string key, string value, string named)
    {
        var start = () => Start(new() { ["Authsignal:Url"] = Url, ["Authsignal:Secret"] = "sk_live", [key] = value });

        start.Should().Throw<Exception>().Which.ToString().Should().Contain(named).And.NotContain("sk_live");
    }

    [Fact]
    public void All_faults_are_reported_at_once()
    {
        var start = () => Start(new() { ["Mfa:Provider"] = "Authsignal", ["Authsignal:Action"] = "a b" });

        start.Should().Throw<OptionsValidationException>().Which.Failures.Should().HaveCount(3);
    }

    [Theory]
    [InlineData("Authsignal:Url", Url)]
    [InlineData("AuthsignalUrl", Url)]
    [InlineData("Authsignal:Secret", "sk_live")]
    [InlineData("AuthsignalSecret", "sk_live")]
    public void Half_of_what_the_service_needs_is_a_fault_and_not_another_provider(string key, string value)
    {
        var start = () => Start(new() { [key] = value });

        start.Should().Throw<OptionsValidationException>();
    }

    [Theory]
    [InlineData("Authsignal:Url", "Authsignal:Secret")]
    [InlineData("AuthsignalUrl", "AuthsignalSecret")]
    public void Address_and_key_choose_the_service(string url, string secret)
    {
        using var services = Start(new() { [url] = Url, [secret] = "sk_live" });

        UsesTheService(services).Should().BeTrue();
        services.GetRequiredService<IOptions<AuthsignalOptions>>().Value.UiHosts.Should().Equal("mfa.authsignal.com");
    }

    [Fact]
    public void A_host_of_ones_own_replaces_the_vendors()
    {
        using var services = Start(new()
        {
            ["Authsignal:Url"] = Url,
            ["Authsignal:Secret"] = "sk_live",
            ["Authsignal:UiHosts:0"] = "mfa.example.org",
        });

        services.GetRequiredService<IOptions<AuthsignalOptions>>().Value.UiHosts.Should().Equal("mfa.example.org");
    }

    [Fact]
    public void The_provider_that_is_named_wins()
    {
        using var services = Start(new() { ["Mfa:Provider"] = "BuiltIn", ["Authsignal:Url"] = Url, ["Authsignal:Secret"] = "sk_live" });

        UsesTheService(services).Should().BeFalse();
    }

    [Fact]
    public void An_emulator_on_this_machine_is_for_Development()
    {
        using var services = Start(
            new()
            {
                ["Authsignal:Url"] = "http://127.0.0.1:5010/v1/",
                ["Authsignal:Secret"] = "sk_emulator",
                ["Authsignal:UiHosts:0"] = "127.0.0.1:5010",
            },
            Environments.Development);

        UsesTheService(services).Should().BeTrue();
    }

    [Theory]
    [InlineData(null, EnrolmentRule.Required)]
    [InlineData("Optional", EnrolmentRule.Optional)]
    public void Enrolment_is_demanded_unless_told_otherwise(string? value, EnrolmentRule rule)
    {
        using var services = Start(new() { ["Mfa:Enrolment"] = value });

        services.GetRequiredService<IOptions<MfaOptions>>().Value.Enrolment.Should().Be(rule);
    }

    [Theory]
    [InlineData("Mfa:Provider", false)]
    [InlineData("Mfa:WhenUnavailable", false)]
    [InlineData("Mfa:Enrolment", true)]
    public void The_built_in_providers_method_cannot_be_missing_where_it_is_needed(string key, bool starts)
    {
        var start = () => Start(new()
        {
            ["Authsignal:Url"] = Url,
            ["Authsignal:Secret"] = "sk_live",
            ["Mfa:AllowedMethods:0"] = "synced-passkey",
            [key] = starts ? "Required" : "BuiltIn",
        });

        if (starts)
        {
            start.Should().NotThrow();
        }
        else
        {
            start.Should().Throw<OptionsValidationException>().WithMessage("*Mfa:AllowedMethods*otp*");
        }
    }

    [Fact]
    public void Allowed_methods_reach_the_policy()
    {
        using var services = Start(new() { ["Mfa:AllowedMethods:0"] = "otp" });
        var verdict = new ChallengeVerdict.Passed(new UserId("alice"), "login", "reference", AuthenticationMethod.Sms, DateTimeOffset.MinValue);

        services.GetRequiredService<MfaPolicy>().Judge(verdict).Should().BeOfType<ChallengeVerdict.Failed>();
    }

    private static ServiceProvider Start(Dictionary<string, string?> settings, string environment = "Production")
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Where(setting => setting.Value is not null)).Build();
        var services = new ServiceCollection()
            .AddSingleton(Mock.Of<IHostEnvironment>(host => host.EnvironmentName == environment))
            .AddSingleton(TimeProvider.System)
            .AddMfa(configuration)
            .BuildServiceProvider();
        services.GetRequiredService<IStartupValidator>().Validate();
        return services;
    }

    // What the built-in provider needs belongs to other adapters, so only the hosted one is asked for.
    private static bool UsesTheService(IServiceProvider services) => services.GetService<AuthsignalHealth>() is not null;
}
