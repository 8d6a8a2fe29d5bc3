namespace CleanLogin.Authsignal.Emulator.Challenges;

internal static class ChallengesRegistration
{
    public static void AddChallenges(this IServiceCollection services)
    {
        services.AddSingleton<ActionOpening>();
        services.AddSingleton<AuthenticatorBook>();
        services.AddSingleton<Grants>();
        services.AddSingleton<Completion>();
        services.AddSingleton<EmailCodes>();
        services.AddSingleton<Enrolment>();
        services.AddSingleton<Challenge>();
    }
}
