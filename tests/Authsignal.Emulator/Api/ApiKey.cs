using System.Text;
using CleanLogin.Authsignal.Emulator.Hosting;
using CleanLogin.Authsignal.Emulator.Wire;

namespace CleanLogin.Authsignal.Emulator.Api;

/// <summary>Basic authentication with the tenant's secret as user name and an empty password.</summary>
internal sealed class ApiKey(EmulatorSettings settings)
{
    private readonly string _expected = $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{settings.Secret}:"))}";

    public static ApiResult Refusal { get; } = ApiResult.Refuse(
        StatusCodes.Status401Unauthorized,
        ErrorCodes.Unauthorized,
        "The request is unauthorized. Check that your API key and region base URL are correctly configured.");

    public bool Opens(ApiRequest request) => FixedTime.Equal(request.Headers.GetValueOrDefault("Authorization", string.Empty), _expected);
}
