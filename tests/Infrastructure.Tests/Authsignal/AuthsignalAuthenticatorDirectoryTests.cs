using CleanLogin.Application.Ports;
using CleanLogin.Authsignal.Emulator;
using CleanLogin.Authsignal.Emulator.Control;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Infrastructure.Tests.Mfa;

namespace CleanLogin.Infrastructure.Tests.Authsignal;

public sealed class AuthsignalAuthenticatorDirectoryTests : RemoteAuthenticatorDirectoryContract
{
    private EmulatorHost? _service;
    private Tenant? _tenant;

    private protected override IAuthenticatorDirectory Directory => _tenant!;

    private EmulatorControl Control => _service!.Control;

    public override async ValueTask InitializeAsync()
    {
        _service = await EmulatorHost.StartAsync(time: Time, ct: Ct);
        _tenant = new Tenant(_service.ApiAddress, _service.BaseAddress.Authority, Time);
    }

    public override async ValueTask DisposeAsync()
    {
        await _tenant!.DisposeAsync();
        await _service!.DisposeAsync();
    }

    [Theory]
    [InlineData(200)]
    [InlineData(204)]
    public async Task A_removal_is_done_whatever_the_service_answers_it_with(int status)
    {
        Control.Configure(knobs => knobs with { DeleteStatus = status });
        var app = await EnrolAsync(Alice);

        (await Directory.RemoveAsync(Evidence(Alice), app, Ct)).Should().BeOfType<AuthenticatorRemoval.Removed>();

        (await IdsAsync(Alice)).Should().BeEmpty();
    }

    [Theory]
    [InlineData(404)]
    [InlineData(200)]
    public async Task Of_one_that_is_not_there_nothing_is_left_whatever_the_service_says(int status)
    {
        Control.Configure(knobs => knobs with { UnknownDeleteStatus = status });

        (await Directory.RemoveAsync(Evidence(Alice), AuthenticatorId.Parse("unheard-of")!, Ct))
            .Should().NotBeOfType<AuthenticatorRemoval.Unavailable>();
    }

    private protected override Task<AuthenticatorId> EnrolAsync(Account account) => Task.FromResult(AuthenticatorId.Parse(
        Control.Seed(new SeedUser { UserId = account.Id.Value, Authenticators = [new SeedAuthenticator { VerificationMethod = "AUTHENTICATOR_APP" }] })
            [^1].UserAuthenticatorId)!);

    private protected override void TakeDown() => Control.Configure(knobs => knobs with
    {
        Faults = [new() { Status = 404, Body = "<html></html>", MediaType = "text/html" }],
    });
}
