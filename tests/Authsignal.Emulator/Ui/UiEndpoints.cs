using System.Net.Mime;
using Microsoft.AspNetCore.Mvc;

namespace CleanLogin.Authsignal.Emulator.Ui;

internal static class UiEndpoints
{
    public static void AddPrebuiltUi(this IServiceCollection services)
    {
        services.AddSingleton<ScreenSet>();
        services.AddSingleton<UiSessions>();
        services.AddSingleton<UiFlow>();
    }

    /// <summary>
    /// Forms carry no antiforgery token: the action's token in each of them is a secret of this very sign-in,
    /// which another site does not have.
    /// </summary>
    public static void MapPrebuiltUi(this IEndpointRouteBuilder routes)
    {
        var ui = routes.MapGroup(string.Empty).AddEndpointFilter<UiHeaders>().DisableAntiforgery();
        ui.MapGet("/", (string? token, string? method, [FromQuery(Name = "force_enrollment")] bool? forced, UiFlow flow) =>
            flow.Show(token, method, mayQuit: forced is not true));
        ui.MapPost("/enrol/totp", ([AsParameters] UiForm form, UiFlow flow) => flow.EnrolTotp(form.Token, form.TypedCode));
        ui.MapPost("/enrol/email", ([AsParameters] UiForm form, UiFlow flow) => flow.EnrolEmail(form.Token, form.TypedEmail));
        ui.MapPost("/enrol/email/code", ([AsParameters] UiForm form, UiFlow flow) => flow.EnrolEmailCode(form.Token, form.TypedCode));
        ui.MapPost("/challenge/totp", ([AsParameters] UiForm form, UiFlow flow) => flow.ChallengeTotp(form.Token, form.TypedCode));
        ui.MapPost("/challenge/email", ([AsParameters] UiForm form, UiFlow flow) => flow.SendChallengeEmail(form.Token));
        ui.MapPost("/challenge/email/code", ([AsParameters] UiForm form, UiFlow flow) => flow.ChallengeEmailCode(form.Token, form.TypedCode));
        ui.MapPost("/challenge/recovery", ([AsParameters] UiForm form, UiFlow flow) => flow.ChallengeRecovery(form.Token, form.TypedCode));
        ui.MapPost("/quit", ([AsParameters] UiForm form, UiFlow flow) => flow.Quit(form.Token));
        ui.MapPost("/deny", ([AsParameters] UiForm form, UiFlow flow) => flow.Deny(form.Token));
        ui.MapPost("/leave", ([AsParameters] UiForm form, UiFlow flow) => flow.Leave(form.Token));
        ui.MapGet("/emulator.css", () => Results.Stream(
            typeof(UiEndpoints).Assembly.GetManifestResourceStream("emulator.css")!, MediaTypeNames.Text.Css));
    }
}
