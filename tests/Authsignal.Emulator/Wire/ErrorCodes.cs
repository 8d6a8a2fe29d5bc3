namespace CleanLogin.Authsignal.Emulator.Wire;

internal static class ErrorCodes
{
    public const string InvalidRequest = "invalid_request";
    public const string Unauthorized = "unauthorized";
    public const string ExpiredToken = "expired_token";
    public const string TooManyRequests = "too_many_requests";
    public const string NotFound = "not_found";
    public const string AuthenticatorNotFound = "AUTHENTICATOR_NOT_FOUND";
    public const string Forbidden = "forbidden";
    public const string InvalidConfiguration = "invalid_configuration";
    public const string InvalidCredential = "invalid_credential";
    public const string ServerError = "internal_server_error";
}
